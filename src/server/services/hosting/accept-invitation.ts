import { DomainError } from '@/domain/errors'
import { formatId, ID_BODY_LENGTH } from '@/domain/ids'
import { cleanLine } from '@/domain/text'
import { inTransaction, type Db } from '@/server/db/client'
import { isUniqueViolation } from '@/server/db/errors'
import { GRANT_GRACE_MS } from '@/server/db/scopes'
import { passHashOf } from '@/server/lib/pass'
import { sign } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { startSession } from '../session/start-session'
import { openInvitation } from './open-invitation'

/** The longest name, in code points. */
const NAME_MAX = 200
const HOUR_MS = 3_600_000

interface Asked {
  readonly secret: string
  readonly token: string
  /** Who accepts; null for somebody who is not signed in and says a name. */
  readonly userId: string | null
  readonly name: string
  /** Made with the page that is sent: the same page sent twice is one acceptance. */
  readonly nonce: string
  readonly now: Date
  readonly locale: Locale
}

/** Where the host goes on, and what a phone without a session needs to be them. */
export interface Accepted {
  readonly eventId: string
  readonly session: { readonly token: string; readonly hours: number } | null
}

/**
 * Makes the grant this person's, in one conditional update: of two at once, one.
 * @returns whether it is theirs now.
 */
async function take(db: Db, grantId: string, userId: string, now: Date): Promise<boolean> {
  const { count } = await db.doorGrant.updateMany({
    where: { id: grantId, userId: null, revokedAt: null, event: { status: 'SCHEDULED', endsAt: { gte: now } } },
    data: { userId, acceptedAt: now },
  })
  return count > 0
}

/**
 * 'I'm helping tonight': the invitation becomes the viewer's, or that of a guest who gives a name and
 * gets a session until some hours after the event. It gives the door and nothing else: no membership.
 * @throws DomainError as openInvitation; BAD_INPUT for a missing name.
 */
export async function acceptInvitation(db: Db, asked: Asked): Promise<Accepted> {
  const { userId, now } = asked
  if (userId === null) return acceptAsGuest(db, asked)
  const { grantId, yours, event } = await openInvitation(db, asked)
  if (!yours && !(await take(db, grantId, userId, now))) return acceptInvitation(db, asked)
  return { eventId: event.id, session: null }
}

/**
 * The guest's id and session follow from link, page and name: when the answer is lost, the same page sent
 * again is the same guest with the same session, and nobody else's page is.
 */
async function acceptAsGuest(db: Db, asked: Asked): Promise<Accepted> {
  const { secret, token, nonce, now, locale } = asked
  const t = textOf(locale, 'hostLink')
  const name = cleanLine(asked.name, NAME_MAX)
  const guestId = formatId('user', sign(secret, 'host-guest', [token, nonce, name], ID_BODY_LENGTH))
  const sessionToken = sign(secret, 'host-session', [token, nonce, name], 32)
  const { grantId, yours, event } = await openInvitation(db, { ...asked, userId: guestId })
  const hours = Math.ceil((event.endsAt.getTime() + GRANT_GRACE_MS - now.getTime()) / HOUR_MS)
  const accepted = { eventId: event.id, session: { token: sessionToken, hours } }
  if (yours) return accepted
  if (!name) throw new DomainError('BAD_INPUT', t('nameMissing'))
  try {
    await inTransaction(db, async (tx) => {
      await tx.user.create({
        data: { id: guestId, name, passHash: passHashOf(secret, guestId, 1), locale, createdAt: now },
      })
      if (!(await take(tx, grantId, guestId, now))) throw new DomainError('CONFLICT', t('USED'))
      await startSession(tx, guestId, now, hours, sessionToken)
    })
  } catch (error) {
    // A twin of this request was quicker.
    if (!isUniqueViolation(error)) throw error
    await openInvitation(db, { ...asked, userId: guestId })
  }
  return accepted
}
