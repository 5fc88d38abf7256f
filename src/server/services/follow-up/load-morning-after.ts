import type { z } from 'zod'
import { firstName } from '@/domain/follow-up/first-name'
import type { morningAfterProps } from '@/server/email/templates/morning-after'
import type { reminderProps } from '@/server/email/templates/reminder'
import type { Locale } from '@/text/translator'
import type { ContentDeps } from '../mail/mail-kind'
import { unsubscribeToken } from '../mail/unsubscribe-token'
import { updatesFor } from '../update/updates-for'
import { blockedOfEvening } from './blocked-of-evening'
import { loadMissed } from './load-missed'
import { ofEvening } from './of-evening'
import { loadOpenOfEvening } from './people-to-write'

export interface EveningMail {
  readonly recipient: string
  readonly userId: string | null
  readonly eventId: string
  readonly locale: Locale
}

/** How many takeaways of others one mail brings. */
const TAKEAWAYS = 5

const checkInOf = ofEvening(
  (db, eventId, userIds) =>
    db.checkIn.findMany({
      where: { eventId, userId: { in: userIds } },
      select: {
        userId: true,
        user: { select: { name: true, email: true, doorEmail: true } },
        event: { select: { name: true, status: true, community: { select: { name: true, postalAddress: true } } } },
      },
    }),
  ({ userId }) => [userId],
)

/** Most evenings leave none: then nobody is asked which of them they may read. */
const takeawaysOf = ofEvening(
  async (db, eventId, userIds) => {
    if (!(await db.update.findFirst({ where: { eventId }, select: { id: true } }))) return []
    const found = await Promise.all(
      userIds.map(async (userId) =>
        (await updatesFor(db, { userId, eventId, limit: TAKEAWAYS })).map((takeaway) => ({ ...takeaway, userId })),
      ),
    )
    return found.flat()
  },
  ({ userId }) => [userId],
)

/**
 * What both mails of an evening say at their edges.
 * @returns null when the event was cancelled or is gone, or the person is, or was not there after all, or the
 *   address is no longer theirs.
 */
async function loadFrame({ db, secret, publicUrl }: ContentDeps, { recipient, userId, eventId }: EveningMail) {
  if (!userId) return null
  const [checkIn] = await checkInOf(db, { userId, eventId })
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
      unsubscribeUrl: `${publicUrl}/unsubscribe/${unsubscribeToken(secret, userId, 'MORNING_AFTER', recipient)}`,
    },
  }
}

/**
 * What the mail of the morning after says, as things are now: only the recipient's own notes, nobody's
 * address, nobody blocked, nothing that was acted on already.
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
  const hidden = await blockedOfEvening(db, { userId, eventId })
  const [met, missed, takeaways] = await Promise.all([
    loadOpenOfEvening(db, eventId, hidden, { ...deps, ...mail, ownerId: userId, now: clock.now() }),
    loadMissed(db, userId, eventId, hidden, locale),
    takeawaysOf(db, { userId, eventId }),
  ])
  const eveningUrl = `${publicUrl}/evening/${eventId}`
  return {
    props: {
      ...words,
      name: firstName(name),
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
  const hidden = await blockedOfEvening(db, { userId: frame.userId, eventId: mail.eventId })
  const open = await loadOpenOfEvening(db, mail.eventId, hidden, { ...deps, ...mail, ownerId: frame.userId, now: clock.now() })
  return open.length === 0 ? null : { ...frame.words, open, todayUrl: `${publicUrl}/today` }
}
