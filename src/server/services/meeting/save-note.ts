import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { noSuchMeeting } from './at-event'

/** Longest private note, in characters, as the column holds it. */
export const NOTE_MAX = 2_000

/**
 * Writes the viewer's own note of a meeting. The other's note of the same meeting is another row, which
 * belongs to the other's contact and is out of reach here.
 * @throws DomainError NOT_FOUND unless the viewer has met somebody in this meeting.
 */
export async function saveNote(
  db: Db,
  { viewerId, meetingId, note, locale }: { viewerId: string; meetingId: string; note: string; locale: Locale },
): Promise<{ note: string }> {
  const { count } = await db.interaction.updateMany({
    where: { meetingId, kind: 'MET', contact: { ownerId: viewerId } },
    data: { note },
  })
  if (count === 0) throw noSuchMeeting(locale)
  return { note }
}
