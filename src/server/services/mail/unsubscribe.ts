import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { sameText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { addressTag, readUnsubscribeToken, type OptionalKind, type UnsubscribeClaim } from './unsubscribe-token'

interface Given {
  readonly secret: string
  readonly token: string
  readonly locale: Locale
}

/** Only what its owner switched off can be switched on again; an address that bounced stays off. */
const REASON = 'unsubscribed'

function readClaim({ secret, token, locale }: Given): UnsubscribeClaim {
  const claim = readUnsubscribeToken(secret, token)
  if (!claim) throw new DomainError('NOT_FOUND', textOf(locale, 'unsubscribe')('badText'))
  return claim
}

/** The address that a token means, of those that the person has or was written to under; null if gone. */
async function addressOf(db: Db, secret: string, { userId, tag }: UnsubscribeClaim): Promise<string | null> {
  const [user, mails] = await Promise.all([
    db.user.findUnique({ where: { id: userId }, select: { email: true, doorEmail: true } }),
    db.outboxMail.findMany({ where: { userId }, distinct: ['recipient'], select: { recipient: true } }),
  ])
  const candidates = [user?.email, user?.doorEmail, ...mails.map(({ recipient }) => recipient)]
  return candidates.find((address) => address && sameText(addressTag(secret, userId, address), tag)) ?? null
}

/** Which kind the token is about and whether it is switched off now. @throws DomainError NOT_FOUND */
export async function unsubscribeState(db: Db, given: Given): Promise<{ kind: OptionalKind; off: boolean }> {
  const claim = readClaim(given)
  const address = await addressOf(db, given.secret, claim)
  const row = address
    ? await db.mailSuppression.findUnique({ where: { address_kind: { address, kind: claim.kind } } })
    : null
  return { kind: claim.kind, off: row !== null }
}

/**
 * Switches one kind of mail to one address off. Repeats change nothing, and neither does an address that
 * nobody has any more. @throws DomainError NOT_FOUND for a token that is not genuine
 */
export async function unsubscribe(db: Db, given: Given, now: Date): Promise<void> {
  const claim = readClaim(given)
  const address = await addressOf(db, given.secret, claim)
  if (!address) return
  await db.mailSuppression.createMany({
    data: { address, kind: claim.kind, reason: REASON, createdAt: now },
    skipDuplicates: true,
  })
}

/** Takes {@link unsubscribe} back. @throws DomainError NOT_FOUND for a token that is not genuine */
export async function resubscribe(db: Db, given: Given): Promise<void> {
  const claim = readClaim(given)
  const address = await addressOf(db, given.secret, claim)
  if (!address) return
  await db.mailSuppression.deleteMany({ where: { address, kind: claim.kind, reason: REASON } })
}
