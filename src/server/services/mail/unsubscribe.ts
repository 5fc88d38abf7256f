import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { sameText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { currentId } from '../claim/former-id'
import { addressTag, readUnsubscribeToken, type OptionalKind, type UnsubscribeClaim } from './unsubscribe-token'

interface Given {
  readonly secret: string
  readonly token: string
  readonly locale: Locale
}

/** Only what its owner switched off can be switched on again; an address that bounced stays off. */
export const UNSUBSCRIBED = 'unsubscribed'

function readClaim({ secret, token, locale }: Given): UnsubscribeClaim {
  const claim = readUnsubscribeToken(secret, token)
  if (!claim) throw new DomainError('NOT_FOUND', textOf(locale, 'unsubscribe')('badText'))
  return claim
}

/**
 * What a token switches: the kind, and the address it means, of those that the person has or was ever
 * written to under. Mails keep whom they were written to, so it is found when the person is gone or merged.
 * @throws DomainError NOT_FOUND for a token that is not genuine; GONE when no such address is known, so
 *   that nobody is told that mail was stopped when it was not
 */
async function openClaim(db: Db, given: Given): Promise<{ address: string; kind: OptionalKind }> {
  const { secret, locale } = given
  const { userId, kind, tag } = readClaim(given)
  const personId = await currentId(db, userId)
  const [user, mails] = await Promise.all([
    db.user.findUnique({ where: { id: personId }, select: { email: true, doorEmail: true } }),
    db.outboxMail.findMany({ where: { userId: personId }, distinct: ['recipient'], select: { recipient: true } }),
  ])
  const candidates = [user?.email, user?.doorEmail, ...mails.map(({ recipient }) => recipient)]
  // The tag was made with the id that the person had when the mail was written.
  const address = candidates.find((known) => known && sameText(addressTag(secret, userId, known), tag))
  if (!address) throw new DomainError('GONE', textOf(locale, 'unsubscribe')('unknownAddress'))
  return { address, kind }
}

/** Which kind the token is about and whether it is switched off now. @throws DomainError NOT_FOUND, GONE */
export async function unsubscribeState(db: Db, given: Given): Promise<{ kind: OptionalKind; off: boolean }> {
  const { address, kind } = await openClaim(db, given)
  const row = await db.mailSuppression.findUnique({ where: { address_kind: { address, kind } } })
  return { kind, off: row !== null }
}

/** Switches one kind of mail to one address off. Repeats change nothing. @throws DomainError NOT_FOUND, GONE */
export async function unsubscribe(db: Db, given: Given, now: Date): Promise<void> {
  const { address, kind } = await openClaim(db, given)
  await db.mailSuppression.createMany({
    data: { address, kind, reason: UNSUBSCRIBED, createdAt: now },
    skipDuplicates: true,
  })
}

/** Takes {@link unsubscribe} back. @throws DomainError NOT_FOUND, GONE */
export async function resubscribe(db: Db, given: Given): Promise<void> {
  const { address, kind } = await openClaim(db, given)
  await db.mailSuppression.deleteMany({ where: { address, kind, reason: UNSUBSCRIBED } })
}
