import type { Db } from '@/server/db/client'
import { passOf } from '@/server/lib/pass'
import { drawQr, type QrDrawing } from '@/server/lib/qr'
import { listMeetings } from './list-meetings'

/** How long the pass's own screen says whom its owner has just met, in milliseconds. */
const JUST_MET_MS = 3 * 60_000

/** The viewer's own pass, as an address and as the QR that holds it, and whom it has just let them meet. */
export async function myPass(
  db: Db,
  asked: { viewerId: string; eventId: string; secret: string; publicUrl: string; now: Date },
): Promise<{ name: string; url: string; qr: QrDrawing; justMet: { meetingId: string; name: string } | null }> {
  const { viewerId, eventId, secret, publicUrl, now } = asked
  const [{ name, passVersion }, meetings] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: viewerId }, select: { name: true, passVersion: true } }),
    listMeetings(db, { viewerId, eventId }),
  ])
  const [latest] = meetings
  const url = `${publicUrl}/m/${passOf(secret, viewerId, passVersion)}`
  const isNew = latest?.at && latest.at.getTime() > now.getTime() - JUST_MET_MS
  return {
    name,
    url,
    qr: drawQr(url),
    justMet: isNew ? { meetingId: latest.meetingId, name: latest.name } : null,
  }
}
