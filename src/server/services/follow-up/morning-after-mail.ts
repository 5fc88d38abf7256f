import { z } from 'zod'
import { defineKind } from '../mail/mail-kind'
import { loadMorningAfter } from './load-morning-after'
import { writeLateFollowUps } from './write-follow-ups'

/** The morning after an event. */
export const morningAfterMail = defineKind({
  stored: z.object({ eventId: z.string() }),
  prompt: true,
  async load(deps, { recipient, userId, stored: { eventId } }, locale, reader) {
    if (reader === 'recipient' && userId) await writeLateFollowUps(deps.db, { userId, eventId }, deps.clock.now())
    const props = await loadMorningAfter(deps, { recipient, userId, eventId }, locale, reader)
    return props && { template: 'MORNING_AFTER', props }
  },
})
