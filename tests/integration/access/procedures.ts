import { calendarHashOf, calendarSecretOf } from '@/server/lib/calendar-secret'
import { passOf } from '@/server/lib/pass'
import { slipHashOf, slipOf } from '@/server/lib/slip'
import { ticketHashOf, ticketOf } from '@/server/lib/ticket'
import { newId, randomText } from '@/server/lib/tokens'
import { issueClaim } from '@/server/services/door/claim'
import { doorCode } from '@/server/services/door/door-code'
import { followUpToken } from '@/server/services/follow-up/follow-up-token'
import { unsubscribeToken } from '@/server/services/mail/unsubscribe-token'
import { rsvpToken } from '@/server/services/rsvp/rsvp-token'
import { setUpToken } from '@/server/services/set-up/set-up-token'
import { buildCircle, buildGuests } from '../../factories/circle'
import { buildSeries } from '../../factories/community'
import { buildContact, buildFollowUp, buildInteraction } from '../../factories/contact'
import { buildDoorGrant, buildRsvp } from '../../factories/door'
import { buildCheckIn, buildMeeting, buildSuggestion } from '../../factories/evening'
import { NOW, SECRET } from '../../factories/moment'
import { buildDoorGuest, buildUser } from '../../factories/user'
import { IMPORTS } from './imports'
import { MY_CIRCLE } from './my-circle'
import { INTRODUCTIONS } from './introductions'
import { PEOPLE } from './people'
import { TODAY } from './today'
import {
  ANYBODY,
  DOOR,
  type Entry,
  HOSTS,
  IN_THE_ROOM,
  MEMBERS,
  OPERATOR,
  ORGANIZERS,
  OWNER,
  PROVED,
  SIGNED_IN,
} from './rows'
import { PUSH_ROWS } from './push-rows'
import { MAIL_ROWS } from './mail-rows'
import { UPDATE_ROWS } from './update-rows'
import type { Actor, World } from './world'

/** To members who are not in the room a pass opens nothing. */
const NOT_HERE = {
  member: 'NOT_FOUND',
  host: 'NOT_FOUND',
  hostTonight: 'NOT_FOUND',
  organizer: 'NOT_FOUND',
  owner: 'NOT_FOUND',
} as const
const event = ({ eventId }: World) => ({ eventId })
const community = ({ communityId }: World) => ({ communityId })
const facts = { name: 'Friday Gathering', timeZone: 'Europe/Berlin', postalAddress: '' }
const timing = {
  rule: { frequency: 'weekly', weekdays: ['TH'] },
  startsAtLocal: '2026-11-26T17:00',
  durationMinutes: 180,
  timeZone: 'Europe/Berlin',
}
const evening = {
  name: 'Thursday Gathering',
  description: '',
  venueName: '',
  venueAddress: '',
  startsAtLocal: '2026-11-19T17:30',
  durationMinutes: 180,
  rsvpMode: 'OPTIONAL',
  capacity: null,
  plusOnes: 0,
}
const seriesOf = async (world: World) => ({
  ...community(world),
  seriesId: (await buildSeries(world.db, community(world))).id,
})
const sequenceOf = ({ db, eventId }: World) =>
  db.event.findUniqueOrThrow({ where: { id: eventId }, select: { sequence: true } })
const idOf = (world: World, actor: Actor) => world.viewer(actor)?.userId ?? newId('user')

/** A guest who typed the actor's proved address at the door. */
async function typedAddress(world: World, actor: Actor) {
  const guest = await buildDoorGuest(world.db, { doorEmail: world.viewer(actor)?.email ?? 'none@example.org' })
  return { guestId: guest.id }
}

/** A meeting that the other person proposes to the actor; a visitor is given somebody else's. */
async function proposal(world: World, actor: Actor) {
  const me = world.viewer(actor)?.userId ?? idOf(world, 'checkedIn')
  await world.db.meeting.deleteMany()
  const meeting = await buildMeeting(world.db, {
    eventId: world.eventId,
    between: [world.other.id, me],
    state: 'PROPOSED',
  })
  return { eventId: world.eventId, meetingId: meeting.id }
}

/** A confirmed meeting of the checked-in member, with their contact and note. */
async function meetingOfCheckedIn(world: World, actor: Actor) {
  const me = actor === 'visitor' ? idOf(world, 'checkedIn') : idOf(world, actor)
  await world.db.meeting.deleteMany()
  await world.db.contact.deleteMany()
  const meeting = await buildMeeting(world.db, { eventId: world.eventId, between: [me, world.other.id] })
  const contact = await buildContact(world.db, { ownerId: me, userId: world.other.id })
  await buildInteraction(world.db, { contactId: contact.id, kind: 'MET', meetingId: meeting.id })
  return { eventId: world.eventId, meetingId: meeting.id }
}

async function suggested(world: World, actor: Actor) {
  const me = actor === 'visitor' ? idOf(world, 'checkedIn') : idOf(world, actor)
  await world.db.block.deleteMany()
  await world.db.suggestion.deleteMany()
  await buildSuggestion(world.db, { eventId: world.eventId, userId: me, otherId: world.other.id })
  return { eventId: world.eventId, personId: world.other.id }
}

/** A circle to which the actor is invited; nobody else is. */
async function invitation(world: World, actor: Actor) {
  const { db, eventId } = world
  const userId = world.viewer(actor)?.userId
  await db.circle.deleteMany()
  const circle = await buildCircle(db, { eventId, invited: userId === undefined ? [] : [{ id: userId }] })
  return { eventId, circleId: circle.id }
}

async function topic({ db, eventId }: World, actor: Actor) {
  const slug = `topic-of-${actor.toLowerCase()}`
  await buildGuests(db, eventId, 4, [slug])
  return { eventId, topic: slug, time: '19:00', place: '' }
}

/** The actor is going; a visitor is given nobody's. */
async function rsvpOf(world: World, actor: Actor) {
  const userId = world.viewer(actor)?.userId
  if (userId !== undefined) await buildRsvp(world.db, { eventId: world.eventId, userId })
  return event(world)
}

/** An invitation to host that nobody has taken. */
async function freeInvitation({ db, eventId }: World) {
  const { token } = await buildDoorGrant(db, { eventId })
  return { token, name: 'Helping Hand', nonce: randomText(24) }
}

/** Somebody whom a host wrote down at the event, by their slip. */
async function slipOfGuest({ db, eventId }: World) {
  const id = newId('user')
  await buildUser(db, { id, email: null, emailVerified: null, slipHash: slipHashOf(SECRET, id) })
  await buildCheckIn(db, { eventId, userId: id })
  return { token: slipOf(SECRET, id) }
}

async function waitingGrant({ db, eventId }: World) {
  return { eventId, grantId: (await buildDoorGrant(db, { eventId })).id }
}

/** Somebody who waits. */
async function waitingGuest({ db, eventId }: World) {
  return { eventId, rsvpId: (await buildRsvp(db, { eventId, state: 'WAITLISTED' })).id }
}

/** Somebody's RSVP, by the link of a mail. */
async function rsvpLink({ db, eventId }: World) {
  const { id } = await buildRsvp(db, { eventId })
  return { token: rsvpToken(SECRET, { rsvpId: id, action: 'cancel' }) }
}

async function ticket({ db, eventId }: World) {
  const id = newId('rsvp')
  await buildRsvp(db, { id, eventId, ticketHash: ticketHashOf(SECRET, id) })
  return { token: ticketOf(SECRET, id) }
}

async function followUp(world: World) {
  const ownerId = idOf(world, 'checkedIn')
  await world.db.contact.deleteMany()
  const contact = await buildContact(world.db, { ownerId, userId: world.other.id })
  const row = await buildFollowUp(world.db, { contactId: contact.id, eventId: world.eventId })
  return { token: followUpToken(SECRET, { followUpId: row.id, ownerId, action: 'done' }, NOW) }
}

async function unsubscribing(world: World) {
  const user = await world.db.user.findUniqueOrThrow({ where: { id: idOf(world, 'checkedIn') } })
  return { token: unsubscribeToken(SECRET, user.id, 'MORNING_AFTER', user.email ?? '') }
}

async function notYetSetUp({ db }: World) {
  await db.installation.deleteMany()
  return { token: setUpToken(SECRET) }
}

async function publicSeries({ db, communityId, communitySlug }: World) {
  const series = await buildSeries(db, { communityId })
  return { communitySlug, seriesSlug: series.slug }
}

/** The address of the other person's calendar: whoever has it may read it. */
async function ownCalendar({ db, other }: World) {
  await db.user.update({
    where: { id: other.id },
    data: { calendarVersion: 1, calendarHash: calendarHashOf(SECRET, other.id, 1) },
  })
  return { token: calendarSecretOf(SECRET, other.id, 1) }
}

/** Every procedure, by hand: one that is not here fails the build. */
export const PROCEDURES: Readonly<Record<string, Entry>> = {
  ...INTRODUCTIONS,
  ...IMPORTS,
  ...MY_CIRCLE,
  ...PEOPLE,
  ...TODAY,
  'badge.list': { access: DOOR, input: (world) => ({ ...event(world), of: { who: 'in' } }) },
  'calendar.address': { access: PROVED },
  'calendar.ofEvent': { access: ANYBODY, input: event },
  'calendar.ofPerson': { access: ANYBODY, input: ownCalendar },
  'calendar.ofSeries': { access: ANYBODY, input: publicSeries },
  'calendar.renewAddress': { access: PROVED },
  'circle.callOff': { access: HOSTS, input: invitation },
  'circle.decline': { access: IN_THE_ROOM, input: invitation },
  'circle.join': { access: IN_THE_ROOM, input: invitation },
  'circle.mine': { access: IN_THE_ROOM, input: event },
  'circle.open': { access: HOSTS, input: topic },
  'circle.plan': { access: HOSTS, input: event },
  'claim.discard': { access: PROVED, input: typedAddress },
  'claim.keep': { access: PROVED, input: typedAddress },
  'claim.list': { access: PROVED },
  'community.bySlug': { access: MEMBERS, input: ({ communitySlug }) => ({ slug: communitySlug }) },
  'community.create': { access: OPERATOR, input: () => facts },
  'community.list': { access: ANYBODY },
  'community.mine': { access: SIGNED_IN },
  'community.show': { access: ANYBODY, input: ({ communitySlug }) => ({ slug: communitySlug }) },
  'community.siteMap': { access: ANYBODY },
  'community.update': { access: OWNER, input: (world) => ({ ...community(world), ...facts }) },
  'door.checkIn': {
    access: ANYBODY,
    input: ({ eventId }) => ({ token: issueClaim(SECRET, eventId, NOW), name: 'Ada', email: 'ada@example.org' }),
  },
  'door.open': { access: ANYBODY, input: ({ eventId }) => ({ token: doorCode(SECRET, eventId, NOW) }) },
  'door.receipt': { access: IN_THE_ROOM, input: event },
  'event.change': {
    access: ORGANIZERS,
    input: async (world) => ({ ...event(world), ...evening, ...(await sequenceOf(world)) }),
  },
  'event.doorScreen': { access: DOOR, input: event },
  'event.doorUpdates': { access: DOOR, input: event },
  'event.get': { access: ORGANIZERS, input: event },
  'event.list': { access: ORGANIZERS, input: (world) => ({ ...community(world), when: 'upcoming' }) },
  'event.poster': { access: DOOR, input: event },
  'event.setDoorMode': { access: ORGANIZERS, input: (world) => ({ ...event(world), doorMode: 'POSTER' }) },
  'event.setStatus': { access: ORGANIZERS, input: (world) => ({ ...event(world), status: 'SCHEDULED' }) },
  'event.show': { access: ANYBODY, input: event },
  'event.toChange': { access: ORGANIZERS, input: event },
  'event.tonight': { access: HOSTS, input: community },
  'followUp.act': { access: ANYBODY, input: followUp },
  'followUp.undo': { access: ANYBODY, input: followUp },
  'followUp.view': { access: ANYBODY, input: followUp },
  'health.check': { access: ANYBODY },
  'home.mine': { access: SIGNED_IN },
  'home.ways': { access: SIGNED_IN },
  'hosting.accept': { access: ANYBODY, input: freeInvitation },
  'hosting.grants': { access: ORGANIZERS, input: event },
  'hosting.invite': { access: ORGANIZERS, input: event },
  'hosting.mine': { access: SIGNED_IN },
  'hosting.open': { access: ANYBODY, input: freeInvitation },
  'hosting.renew': { access: ORGANIZERS, input: waitingGrant },
  'hosting.revoke': { access: ORGANIZERS, input: waitingGrant },
  'interest.add': { access: SIGNED_IN, input: () => ({ text: 'Beekeeping' }) },
  'interest.choose': { access: SIGNED_IN, input: () => ({ words: ['Beekeeping'] }) },
  'interest.mine': { access: SIGNED_IN },
  'interest.offered': { access: SIGNED_IN },
  'interest.remove': { access: SIGNED_IN, input: () => ({ slug: 'beekeeping' }) },
  'interest.search': { access: SIGNED_IN, input: () => ({ query: 'bees' }) },
  'mail.resubscribe': { access: ANYBODY, input: unsubscribing },
  'mail.unsubscribe': { access: ANYBODY, input: unsubscribing },
  'mail.unsubscribeState': { access: ANYBODY, input: unsubscribing },
  'meeting.byPass': {
    // The pass is the proof; who is at no event with its owner is answered as if it did not exist.
    access: { ...IN_THE_ROOM, ...NOT_HERE },
    input: ({ other }) => ({ pass: passOf(SECRET, other.id, 1) }),
  },
  'meeting.confirm': { access: IN_THE_ROOM, input: proposal },
  'meeting.decline': { access: IN_THE_ROOM, input: proposal },
  'meeting.myPass': { access: IN_THE_ROOM, input: event },
  'meeting.peek': {
    access: { ...IN_THE_ROOM, ...NOT_HERE },
    input: ({ other }) => ({ pass: passOf(SECRET, other.id, 1) }),
  },
  'meeting.propose': { access: IN_THE_ROOM, input: suggested },
  'meeting.saveNote': {
    access: SIGNED_IN,
    input: async (world, actor) => {
      const { meetingId } = await meetingOfCheckedIn(world, actor)
      return { meetingId, note: 'Talked about bees.' }
    },
  },
  'meeting.undo': { access: IN_THE_ROOM, input: meetingOfCheckedIn },
  'person.block': { access: IN_THE_ROOM, input: suggested },
  'person.bringBack': { access: IN_THE_ROOM, input: suggested },
  'person.isPutAside': { access: IN_THE_ROOM, input: suggested },
  'person.keep': {
    access: IN_THE_ROOM,
    input: async (world, actor) => ({ ...(await suggested(world, actor)), keep: true }),
  },
  'person.notTonight': { access: IN_THE_ROOM, input: suggested },
  'person.open': { access: IN_THE_ROOM, input: suggested },
  'person.show': { access: IN_THE_ROOM, input: suggested },
  'profile.mine': { access: SIGNED_IN },
  'profile.rename': { access: SIGNED_IN, input: () => ({ name: 'Ada' }) },
  'profile.save': { access: SIGNED_IN, input: () => ({ ask: 'a gardener' }) },
  'room.headHome': { access: IN_THE_ROOM, input: event },
  'room.live': { access: HOSTS, input: event },
  'room.liveUpdates': { access: HOSTS, input: event },
  'room.mine': { access: IN_THE_ROOM, input: event },
  'room.stayOn': { access: IN_THE_ROOM, input: event },
  'room.updates': { access: IN_THE_ROOM, input: event },
  'room.walkOver': { access: HOSTS, input: (world) => ({ ...event(world), personId: world.other.id, walked: true }) },
  'rsvp.actByLink': { access: ANYBODY, input: rsvpLink },
  'rsvp.box': { access: ANYBODY, input: event },
  'rsvp.byLink': { access: ANYBODY, input: rsvpLink },
  'rsvp.cancel': { access: PROVED, input: rsvpOf },
  'rsvp.cancelFor': { access: ORGANIZERS, input: waitingGuest },
  'rsvp.changePlusOnes': { access: PROVED, input: async (world, actor) => ({ ...(await rsvpOf(world, actor)), plusOnes: 0 }) },
  'rsvp.confirm': { access: PROVED, input: rsvpOf },
  'rsvp.export': { access: ORGANIZERS, input: event },
  'rsvp.givePlace': { access: ORGANIZERS, input: waitingGuest },
  'rsvp.list': { access: ORGANIZERS, input: event },
  'rsvp.sayGoing': { access: PROVED, input: event },
  'rsvp.ticket': { access: ANYBODY, input: ticket },
  'rsvp.undoByLink': { access: ANYBODY, input: rsvpLink },
  'scanner.checkIn': {
    access: DOOR,
    input: (world) => {
      const target = { kind: 'CODE', text: passOf(SECRET, world.other.id, 1) }
      return { ...event(world), scans: [{ nonce: randomText(20), target, agoMs: 0, letIn: false }] }
    },
  },
  'scanner.evening': { access: DOOR, input: event },
  'scanner.fixName': { access: DOOR, input: (world) => ({ ...event(world), personId: world.other.id, name: 'Noor' }) },
  'scanner.recent': { access: DOOR, input: event },
  'scanner.roster': { access: DOOR, input: event },
  'scanner.search': { access: DOOR, input: (world) => ({ ...event(world), name: 'Other' }) },
  'scanner.undo': {
    access: DOOR,
    input: async ({ db, eventId }) => {
      const { userId } = await buildCheckIn(db, { eventId })
      return { eventId, personId: userId, reason: 'Scanned twice.' }
    },
  },
  'series.change': {
    access: ORGANIZERS,
    input: async (world) => ({ ...(await seriesOf(world)), ...timing, name: 'Thursdays', sequence: 0 }),
  },
  'series.changeDate': {
    access: ORGANIZERS,
    input: async (world) => ({ ...(await seriesOf(world)), change: { kind: 'SKIP', day: '2026-11-26' } }),
  },
  'series.create': { access: ORGANIZERS, input: (world) => ({ ...community(world), ...timing, name: 'Thursdays' }) },
  'series.get': {
    access: ORGANIZERS,
    input: seriesOf,
  },
  'series.list': { access: ORGANIZERS, input: community },
  'series.previewOccurrences': { access: ORGANIZERS, input: (world) => ({ ...community(world), ...timing }) },
  'series.show': { access: ANYBODY, input: publicSeries },
  'series.toChange': { access: ORGANIZERS, input: seriesOf },
  'session.signOut': { access: SIGNED_IN },
  'setUp.finish': {
    access: ANYBODY,
    input: async (world) => ({
      ...(await notYetSetUp(world)),
      name: 'Olive',
      email: `${newId('user')}@example.org`,
      timeZone: 'Europe/Berlin',
      communityName: 'First Fridays',
    }),
  },
  'setUp.state': { access: ANYBODY, input: notYetSetUp },
  'signIn.request': { access: ANYBODY, input: (_, actor) => ({ email: `${actor.toLowerCase()}@example.org` }) },
  'slip.open': { access: ANYBODY, input: slipOfGuest },
  'slip.useTonight': {
    access: ANYBODY,
    input: async (world) => ({ ...(await slipOfGuest(world)), nonce: randomText(24) }),
  },
  ...PUSH_ROWS,
  ...MAIL_ROWS,
  ...UPDATE_ROWS,
}
