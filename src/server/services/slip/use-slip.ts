import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { GRANT_GRACE_MS } from '@/server/db/scopes'
import { hashToken, sign } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { startSession } from '../session/start-session'
import { findSlip, runningEvent, type SlipAsked } from './find-slip'

/** How much longer than the event the session lasts, in milliseconds: the way home and the next morning. */
const AFTERWARDS_MS = GRANT_GRACE_MS
const HOUR_MS = 3_600_000

/**
 * 'Use it on this phone tonight': a session of the guest for the phone that asks first, while an evening of
 * theirs goes on. That is once and for all, also after signing out there. The session follows from slip and page, so that the same page sent twice opens one.
 * @throws DomainError as findSlip; GONE when no evening of theirs goes on, CONFLICT when another phone was
 *   first.
 */
export async function useSlip(
  db: PrismaClient,
  asked: SlipAsked & { readonly secret: string; readonly nonce: string },
): Promise<{ eventId: string; session: { token: string; hours: number } }> {
  const { secret, slip, nonce, now, locale } = asked
  const t = textOf(locale, 'slip')
  const guest = await findSlip(db, asked)
  const event = runningEvent(guest, now)
  if (!event) throw new DomainError('GONE', t('over'))
  const token = sign(secret, 'slip-session', [slip, nonce], 32)
  const hours = Math.ceil((event.endsAt.getTime() + AFTERWARDS_MS - now.getTime()) / HOUR_MS)
  await db.$transaction(async (tx) => {
    // Two phones at once are served one after the other.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${guest.id} FOR UPDATE`
    const { slipUsedAt, sessions } = await tx.user.findUniqueOrThrow({
      where: { id: guest.id },
      select: { slipUsedAt: true, sessions: { select: { sessionToken: true, expires: true } } },
    })
    if (sessions.some(({ sessionToken, expires }) => sessionToken === hashToken(token) && expires > now)) return
    // Also after its owner has signed out: what they wrote down since is nobody else's.
    if (slipUsedAt !== null || sessions.length > 0) throw new DomainError('CONFLICT', t('taken'))
    await tx.user.update({ where: { id: guest.id }, data: { slipUsedAt: now } })
    await startSession(tx, guest.id, now, hours, token)
  })
  return { eventId: event.id, session: { token, hours } }
}
