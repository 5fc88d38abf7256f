import { z } from 'zod'
import { defineKind } from '../mail/mail-kind'
import { markShown } from '../update/updates-for'
import { loadMorningAfter, loadReminder } from './load-morning-after'
import { writeLateFollowUps } from './write-follow-ups'

/** The morning after an event, and the one reminder of it. */
export const morningAfterMail = defineKind({
  stored: z.object({ eventId: z.string(), reminder: z.literal(true).optional() }),
  prompt: true,
  async load(deps, { recipient, userId, stored: { eventId, reminder } }, locale, reader) {
    const mail = { recipient, userId, eventId, locale }
    if (reminder) {
      const props = await loadReminder(deps, mail)
      return props && { template: 'REMINDER', props }
    }
    if (reader === 'recipient' && userId) await writeLateFollowUps(deps.db, { userId, eventId }, deps.clock.now())
    const found = await loadMorningAfter(deps, mail)
    if (!found) return null
    const { props, updateIds } = found
    const letter = { template: 'MORNING_AFTER', props } as const
    if (!userId || updateIds.length === 0) return letter
    return { ...letter, onSent: (tx, at) => markShown(tx, userId, updateIds, at) }
  },
})
