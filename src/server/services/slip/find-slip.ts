import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { hashToken } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'

/** Slips opened from one client address: a whole venue may stand behind one, and guessing one is hopeless. */
const SLIPS: Limit = { name: 'slip', times: 600, seconds: 15 * 60 }

/** Who asks, as limits count them. */
export interface SlipAsked {
  readonly slip: string
  readonly ip: string
  readonly now: Date
  readonly locale: Locale
}

/**
 * The guest whose slip this is, with the evenings they were checked in at, the latest first.
 * @throws DomainError NOT_FOUND when it is nobody's, or has been used to take the guest over; TOO_MANY.
 */
export async function findSlip(db: PrismaClient, { slip, ip, locale }: SlipAsked) {
  const t = textOf(locale, 'slip')
  if (!(await withinLimit(db, SLIPS, ip))) throw new DomainError('TOO_MANY', t('tooMany'))
  const guest = await db.user.findFirst({
    where: { slipHash: hashToken(slip), email: null },
    select: {
      id: true,
      name: true,
      doorEmail: true,
      slipUsedAt: true,
      checkIns: {
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        select: {
          at: true,
          event: { select: { id: true, name: true, timeZone: true, startsAt: true, endsAt: true, status: true } },
        },
      },
    },
  })
  if (!guest) throw new DomainError('NOT_FOUND', t('unknown'))
  return guest
}

type Found = Awaited<ReturnType<typeof findSlip>>

/** The evening of theirs that goes on; null between evenings. */
export function runningEvent({ checkIns }: Found, now: Date): Found['checkIns'][number]['event'] | null {
  const running = checkIns.find(({ event }) => event.status === 'SCHEDULED' && event.endsAt >= now)
  return running?.event ?? null
}
