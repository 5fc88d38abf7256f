import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { drawQr } from '@/server/lib/qr'
import { hashToken } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { findRsvp, shownRsvp } from './find-rsvp'
import { rsvpToken } from './rsvp-token'

interface Given {
  readonly secret: string
  readonly publicUrl: string
  /** The ticket, which is the permission. */
  readonly token: string
  readonly now: Date
  readonly locale: Locale
}

/**
 * A ticket as whoever holds it sees it; with its code drawn while it opens the door.
 * @throws DomainError NOT_FOUND
 */
export async function showTicket(db: Db, { secret, publicUrl, token, now, locale }: Given) {
  const rsvp = await findRsvp(db, { ticketHash: hashToken(token) }, now)
  if (!rsvp) throw new DomainError('NOT_FOUND', textOf(locale, 'ticket')('bad'))
  const good = rsvp.state === 'GOING' && rsvp.closed === null
  const link = (action: 'cancel' | 'confirm') => `/rsvp/${rsvpToken(secret, { rsvpId: rsvp.id, action })}`
  return {
    ...shownRsvp(rsvp),
    drawing: good ? drawQr(`${publicUrl}/t/${token}`) : null,
    cancelPath: link('cancel'),
    confirmPath: link('confirm'),
  }
}
