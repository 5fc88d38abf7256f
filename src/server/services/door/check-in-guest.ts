import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import { inTransaction, sql, type Db } from '@/server/db/client'
import { isUniqueViolation } from '@/server/db/errors'
import { repeatable } from '@/server/db/repeatable'
import { announce } from '@/server/live/publish'
import { parseEmail } from '@/server/lib/email-address'
import { passHashOf } from '@/server/lib/pass'
import { hashToken, newId, randomText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { startSession } from '../session/start-session'
import { claimOf, openEvent, refuseCheckIn, type Receipt } from './check-in'

/** The longest name, in code points. */
const NAME_MAX = 200

interface Given {
  readonly secret: string
  readonly claim: string
  readonly name: string
  readonly email: string
  readonly now: Date
  readonly locale: Locale
  readonly sessionHours: number
}

/**
 * Checks a newcomer in by name and e-mail: person, session, membership and check-in in one statement.
 * The address is taken as typed and proves nothing (it may be anybody's): the person made here is
 * always a new one, so nothing of an existing account opens. The mail with link and code follows by job.
 * @returns the receipt and the cookie's value; the same claim sent again gives the same person.
 * @throws DomainError BAD_INPUT for an empty name or an impossible address; CONFLICT when this claim
 *   was used with another name or address.
 */
export async function checkInGuest(db: Db, given: Given): Promise<Receipt & { sessionToken: string }> {
  const { secret, now, locale } = given
  const t = textOf(locale, 'checkIn')
  const claim = claimOf(secret, given.claim, now, locale)
  const { eventId, nonce } = claim
  const name = cleanLine(given.name, NAME_MAX)
  if (!name) throw new DomainError('BAD_INPUT', t('nameMissing'))
  if ([...given.name.trim()].length > NAME_MAX) throw new DomainError('BAD_INPUT', t('nameTooLong', { max: NAME_MAX }))
  const email = parseEmail(given.email)
  if (!email) throw new DomainError('BAD_INPUT', t('emailImpossible'))

  const userId = newId('user')
  const sessionToken = randomText(40)
  const expires = new Date(now.getTime() + given.sessionHours * 3_600_000)
  const statement = sql`
    WITH ${openEvent(claim, null, now)},
    u AS (
      INSERT INTO "user" (id, name, "doorEmail", "passHash", locale, "createdAt")
      SELECT ${userId}, ${name}, ${email}, ${passHashOf(secret, userId, 1)}, ${locale}, ${now} FROM e),
    s AS (
      INSERT INTO session (id, "sessionToken", "userId", expires, "createdAt")
      SELECT ${randomText(24)}, ${hashToken(sessionToken)}, ${userId}, ${expires}, ${now} FROM e),
    m AS (
      INSERT INTO membership ("communityId", "userId", role, "joinedAt")
      SELECT e."communityId", ${userId}, 'MEMBER', ${now} FROM e)
    INSERT INTO check_in (id, "eventId", "userId", "communityId", at, "visitNumber", nonce)
    SELECT ${newId('checkIn')}, e.id, ${userId}, e."communityId", ${now}, 1, ${nonce} FROM e
    RETURNING "eventId", "userId", "visitNumber", true AS fresh`
  try {
    const [receipt] = await repeatable(db, () => db.$queryRaw<Receipt[]>(statement))
    if (!receipt) return await refuseCheckIn(db, claim, now, locale)
    announce(db, eventId)
    return { ...receipt, sessionToken }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  return repeatable(db, () => repeat(db, { nonce, name, email, now, locale, hours: given.sessionHours }))
}

/** How many sessions one claim's repeats keep open: answers may reach a phone in another order. */
const SESSIONS_KEPT = 4

/**
 * The claim was used before: its phone lost our answer, or tapped twice, or is somebody else. A guest
 * whose sessions have ended, by signing out or since the address's owner has signed in, gets no other.
 */
async function repeat(
  db: Db,
  sent: { nonce: string; name: string; email: string; now: Date; locale: Locale; hours: number },
): Promise<Receipt & { sessionToken: string }> {
  const first = await db.checkIn.findUnique({
    where: { nonce: sent.nonce },
    select: { eventId: true, userId: true, visitNumber: true, user: { select: { name: true, doorEmail: true } } },
  })
  if (first?.user.name !== sent.name || first.user.doorEmail !== sent.email) {
    throw new DomainError('CONFLICT', textOf(sent.locale, 'checkIn')('claimUsed'))
  }
  const sessionToken = await inTransaction(db, async (tx) => {
    // Waits for the owner's sign-in, which locks the guest too before it ends the sessions.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${first.userId} FOR UPDATE`
    const open = await tx.session.findMany({
      where: { userId: first.userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    })
    if (open.length === 0) throw new DomainError('CONFLICT', textOf(sent.locale, 'checkIn')('claimUsed'))
    await tx.session.deleteMany({ where: { id: { in: open.slice(SESSIONS_KEPT - 1).map(({ id }) => id) } } })
    return startSession(tx, first.userId, sent.now, sent.hours)
  })
  return { eventId: first.eventId, userId: first.userId, visitNumber: first.visitNumber, fresh: false, sessionToken }
}
