import { DomainError } from '@/domain/errors'
import { outcomeOpenSince } from '@/domain/introductions/introduction-time'
import type { Db } from '@/server/db/client'
import type { IntroductionOutcome } from '@/generated/prisma/enums'
import { textOf, type Locale } from '@/text/translator'

/**
 * What came of it, as one of the two sees it. It stands on their side alone; the introducer learns of it only
 * when both said that they are in touch. A repeat, or another word before the time is over, replaces it.
 * @throws DomainError NOT_FOUND for anybody else, GONE before it is asked and when its time is over
 */
export async function sayOutcome(
  db: Db,
  said: { readonly introductionId: string; readonly userId: string; readonly outcome: IntroductionOutcome; readonly now: Date; readonly locale: Locale },
): Promise<void> {
  const { introductionId, userId, outcome, now, locale } = said
  const own = { introductionId, userId }
  const { count } = await db.introductionSide.updateMany({
    where: { ...own, outcomeAskedAt: { gt: outcomeOpenSince(now) }, introduction: { connectedAt: { not: null } } },
    data: { outcome },
  })
  if (count > 0) return
  const side = await db.introductionSide.findUnique({ where: { introductionId_userId: own }, select: { userId: true } })
  const t = textOf(locale, 'introduction')
  throw side ? new DomainError('GONE', t('outcomeOver')) : new DomainError('NOT_FOUND', t('notHere'))
}
