import type { z } from 'zod'
import type { morningAfterProps } from '@/server/email/templates/morning-after'
import type { reminderProps } from '@/server/email/templates/reminder'
import type { Locale } from '@/text/translator'
import type { ContentDeps, Reader } from '../mail/mail-kind'
import { unsubscribeToken } from '../mail/unsubscribe-token'
import { blockedAround } from '../person/blocked-around'
import { updatesFor } from '../update/updates-for'
import { loadMissed } from './load-missed'
import { loadOpenOfEvening } from './people-to-write'

export interface EveningMail {
  readonly recipient: string
  readonly userId: string | null
  readonly eventId: string
  readonly locale: Locale
  readonly reader: Reader
}

/** How many takeaways of others one mail brings. */
const TAKEAWAYS = 5

/**
 * What both mails of an evening say at their edges.
 * @returns null when the event was cancelled or is gone, or the person is, or was not there after all, or the
 *   address is no longer theirs.
 */
async function loadFrame({ db, secret, publicUrl }: ContentDeps, { recipient, userId, eventId, reader }: EveningMail) {
  if (!userId) return null
  const checkIn = await db.checkIn.findUnique({
    where: { eventId_userId: { eventId, userId } },
    select: {
      user: { select: { name: true, email: true, doorEmail: true } },
      event: { select: { name: true, status: true, community: { select: { name: true, postalAddress: true } } } },
    },
  })
  if (!checkIn || checkIn.event.status === 'CANCELLED') return null
  const { user, event } = checkIn
  if (recipient !== (user.email ?? user.doorEmail)) return null
  return {
    userId,
    name: user.name,
    words: {
      eventName: event.name,
      communityName: event.community.name,
      postalAddress: event.community.postalAddress,
      unsubscribeUrl:
        reader === 'recipient'
          ? `${publicUrl}/unsubscribe/${unsubscribeToken(secret, userId, 'MORNING_AFTER', recipient)}`
          : `${publicUrl}/#unsubscribe`,
    },
  }
}

/**
 * What the mail of the morning after says, as things are now: only the recipient's own notes, nobody's
 * address, nobody blocked, nothing that was acted on already. For the operator notes and drafts are
 * withheld and links lead nowhere.
 * @returns null when there is nobody to say it to, see {@link loadFrame}; with it the takeaways it brings.
 */
export async function loadMorningAfter(
  deps: ContentDeps,
  mail: EveningMail,
): Promise<{ props: z.input<typeof morningAfterProps>; updateIds: string[] } | null> {
  const { db, clock, publicUrl } = deps
  const { eventId, locale } = mail
  const frame = await loadFrame(deps, mail)
  if (!frame) return null
  const { userId, name, words } = frame
  const hidden = await blockedAround(db, userId)
  const [met, missed, takeaways] = await Promise.all([
    loadOpenOfEvening(db, eventId, hidden, { ...deps, ...mail, ownerId: userId, now: clock.now() }),
    loadMissed(db, userId, eventId, hidden, locale),
    updatesFor(db, { userId, eventId, limit: TAKEAWAYS }),
  ])
  const eveningUrl = `${publicUrl}/evening/${eventId}`
  return {
    props: {
      ...words,
      name,
      met,
      missed,
      takeaways: takeaways.map(({ authorName, text }) => ({ from: authorName, text })),
      eveningUrl,
      takeawayUrl: `${eveningUrl}#takeaways`,
    },
    updateIds: takeaways.map(({ updateId }) => updateId),
  }
}

/**
 * What the reminder of an evening says: whom its reader has not written to yet.
 * @returns null when there is nobody left, or nobody to say it to, see {@link loadFrame}.
 */
export async function loadReminder(deps: ContentDeps, mail: EveningMail): Promise<z.input<typeof reminderProps> | null> {
  const { db, clock, publicUrl } = deps
  const frame = await loadFrame(deps, mail)
  if (!frame) return null
  const hidden = await blockedAround(db, frame.userId)
  const open = await loadOpenOfEvening(db, mail.eventId, hidden, { ...deps, ...mail, ownerId: frame.userId, now: clock.now() })
  return open.length === 0 ? null : { ...frame.words, open, todayUrl: `${publicUrl}/today` }
}
