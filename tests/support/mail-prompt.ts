import { buildEvent } from '../factories/community'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildCheckIn, buildMeeting } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { queue } from './mail'

/** A queued mail of the morning after, due now, to somebody who met Bela. */
export async function queuePrompt(recipient = 'cleo@example.org') {
  const db = testDb()
  const event = await buildEvent(db)
  const user = await buildUser(db, { name: 'Cleo', email: recipient })
  const bela = await buildUser(db, { name: 'Bela' })
  await buildCheckIn(db, { eventId: event.id, userId: user.id })
  const meeting = await buildMeeting(db, { eventId: event.id, between: [user.id, bela.id] })
  const contact = await buildContact(db, { ownerId: user.id, userId: bela.id, name: 'Bela' })
  await buildInteraction(db, { contactId: contact.id, meetingId: meeting.id, note: 'keeps bees' })
  const id = await queue({
    kind: 'MORNING_AFTER',
    recipient,
    subjectKey: event.id,
    props: { eventId: event.id },
    userId: user.id,
    expiresAt: minutesFromNow(24 * 60),
  })
  return { id, user, event }
}
