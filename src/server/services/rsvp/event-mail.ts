import { defineKind } from '../mail/mail-kind'
import { loadEventMail } from './load-event-mail'
import { storedEventMail } from './stored-event-mail'

/** What has become of a place at an event, or of the event: whoever stands at a tram stop wants to know now. */
export const eventMail = defineKind({
  stored: storedEventMail,
  prompt: false,
  async load(deps, { recipient, userId, stored }, locale) {
    const props = await loadEventMail(deps, { recipient, userId, ...stored }, locale)
    return props && { template: 'EVENT', props }
  },
})
