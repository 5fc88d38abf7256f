import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCaller } from '@/server/api/root'
import { followUpToken } from '@/server/services/follow-up/follow-up-token'
import { confirmPair } from '@/server/services/meeting/confirm-pair'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp } from '../factories/contact'
import { buildContext } from '../factories/context'
import { SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { truncateAll } from '../setup/postgres'
import { dateIn, inTouch, isOpen, mustStand, roundIsOver, untouch, type ModelContact } from '../support/today-model'

const HOUR_MS = 3_600_000
/** The Friday before the clocks go back in Berlin and, a week later, in New York. */
const BEGIN = new Date('2026-10-23T20:00:00Z')
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'] as const

const who = fc.nat(2)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 7, 24, 25, 24 * 7, 24 * 31, 24 * 95) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('did', 'note', 'meet', 'undo', 'skip', 'unskip', 'takeUp', 'notNeeded', 'linkLater', 'evening') , who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('putOff' as const), who, until: fc.constantFrom('tomorrow' as const, 'next-week' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plan' as const), who, days: fc.constantFrom(0, 1, 20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cadence' as const), who, cadence: fc.constantFrom('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'NONE') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('zone' as const), zone: fc.constantFrom(...ZONES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'goOn' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** One person with three contacts, the first a member whom they can meet, and what should be true of them. */
async function world() {
  const db = testDb()
  const owner = await buildUser(db, { timeZone: ZONES[0] })
  const member = await buildUser(db)
  const contacts: ModelContact[] = []
  for (const userId of [member.id, null, null]) {
    const { id, createdAt } = await buildContact(db, { ownerId: owner.id, userId, source: 'HAND', createdAt: BEGIN })
    contacts.push({ id, createdAt, cadence: 'QUARTERLY', interactions: [], skippedAt: null, snoozed: null, prompts: [] })
  }
  const state: { now: Date; zone: string; paused: boolean; count: number } = { now: BEGIN, zone: ZONES[0], paused: false, count: 0 }
  const ask = () => createCaller(buildContext(db, viewerOf(owner), { now: state.now }))
  return { db, owner, member, contacts, state, ask }
}
type World = Awaited<ReturnType<typeof world>>

async function actOn({ db, owner, member, state, ask, contacts }: World, contact: ModelContact, taken: Extract<Step, { who: number }>) {
  const { now, zone } = state
  const contactId = contact.id
  const today = dateIn(zone, now)
  const nonce = `step number ${String(state.count)}`
  switch (taken.do) {
    case 'did':
      inTouch(contact, (await ask().today.did({ contactId, kind: 'CALLED', nonce })).interactionId, now, today)
      return
    case 'note': {
      const { interactionId } = await ask().contact.log({ contactId, kind: 'NOTE', nonce })
      // A note resets the clock and settles nothing.
      contact.interactions.push({ id: interactionId, at: now, undoable: true })
      return
    }
    case 'meet': {
      if (contact !== contacts[0]) return
      const event = await buildEvent(db)
      const met = await db.$transaction((tx) =>
        confirmPair(tx, { eventId: event.id, viewerId: owner.id, otherId: member.id, method: 'PASS', now }),
      )
      inTouch(contact, met?.id ?? '', now, null)
      return
    }
    case 'undo': {
      const last = contact.interactions.findLast(({ id }) => id.startsWith('act_'))
      if (!last) return
      await ask().contact.undoLog({ contactId, interactionId: last.id })
      untouch(contact, last.id)
      return
    }
    case 'skip':
      await ask().today.skip({ contactId })
      if (roundIsOver(contact, zone, now)) contact.skippedAt = now
      return
    case 'unskip':
      await ask().today.undo({ contactId, act: 'skipped' })
      // One of an earlier day stands.
      if (contact.skippedAt && dateIn(zone, contact.skippedAt) >= today) contact.skippedAt = null
      return
    case 'putOff': {
      const { until } = await ask().today.putOff({ contactId, until: taken.until })
      contact.snoozed = { until, at: now }
      for (const prompt of contact.prompts.filter((one) => isOpen(one) && one.dueOn <= today)) {
        prompt.before ??= prompt.dueOn
        prompt.dueOn = until
        prompt.putOffAt = now
      }
      return
    }
    case 'takeUp': {
      await ask().today.undo({ contactId, act: 'snoozed' })
      const isToday = (at: Date | null) => at !== null && dateIn(zone, at) >= today
      if (isToday(contact.snoozed?.at ?? null)) contact.snoozed = null
      for (const prompt of contact.prompts.filter((one) => isOpen(one) && one.before !== null && isToday(one.putOffAt))) {
        prompt.dueOn = prompt.before ?? prompt.dueOn
        prompt.before = prompt.putOffAt = null
      }
      return
    }
    case 'plan': {
      const dueOn = dateIn(zone, new Date(now.getTime() + taken.days * 24 * HOUR_MS))
      const { followUpId } = await ask().followUp.plan({ contactId, dueOn, dueTime: '09:00', about: '', nonce })
      contact.prompts.push({ id: followUpId, ofEvening: false, createdAt: now, dueOn, before: null, putOffAt: null, state: 'open', settledBy: null })
      return
    }
    case 'evening': {
      const event = await buildEvent(db)
      const { id } = await buildFollowUp(db, { contactId, eventId: event.id, dueOn: new Date(`${today}T00:00:00Z`), createdAt: now })
      contact.prompts.push({ id, ofEvening: true, createdAt: now, dueOn: today, before: null, putOffAt: null, state: 'open', settledBy: null })
      return
    }
    case 'notNeeded': {
      const prompt = contact.prompts.find(isOpen)
      if (!prompt) return
      await ask().followUp.notNeeded({ followUpId: prompt.id })
      prompt.state = 'not-needed'
      return
    }
    case 'linkLater': {
      const prompt = contact.prompts.find((one) => one.ofEvening && isOpen(one))
      if (!prompt) return
      const token = followUpToken(SECRET, { followUpId: prompt.id, ownerId: owner.id, action: 'later' }, now)
      const { dueOn } = await ask().followUp.act({ token })
      prompt.before ??= prompt.dueOn
      prompt.dueOn = dueOn
      prompt.putOffAt = now
      return
    }
    case 'cadence':
      await db.contact.update({ where: { id: contactId }, data: { cadence: taken.cadence } })
      contact.cadence = taken.cadence
      return
  }
}

async function take(given: World, taken: Step) {
  const { db, owner, state, contacts, ask } = given
  state.count += 1
  state.now = new Date(state.now.getTime() + 60_000)
  if ('who' in taken) {
    const contact = contacts[taken.who]
    if (contact) await actOn(given, contact, taken)
  } else if (taken.do === 'wait') {
    state.now = new Date(state.now.getTime() + taken.hours * HOUR_MS)
  } else if (taken.do === 'zone') {
    await db.user.update({ where: { id: owner.id }, data: { timeZone: taken.zone } })
    state.zone = taken.zone
  } else {
    if (taken.do === 'pause') await ask().today.pause({ until: null })
    else await ask().today.goOn()
    state.paused = taken.do === 'pause'
  }
}

/** Everybody whom Today shows, and who of them is there as due. */
async function shown({ ask }: World) {
  const today = await ask().today.mine({})
  const due = today.due.map(({ contactId }) => contactId)
  const four = today.fourFromTheBottom.map(({ card }) => card.contactId)
  return { paused: today.paused !== null, due, all: [...due, ...four] }
}

test('nothing is ever silently skipped: whoever is due stands on Today, once, on that day and every later one until acted on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      await truncateAll(testDatabaseUrl())
      const given = await world()
      for (const taken of steps) {
        await take(given, taken)
        const { contacts, state } = given
        const seen = await shown(given)
        expect(seen.paused).toBe(state.paused)
        expect(new Set(seen.all).size).toBe(seen.all.length)
        if (state.paused) continue
        const expected = contacts.filter((contact) => mustStand(contact, state.zone, state.now)).map(({ id }) => id)
        expect(seen.all).toEqual(expect.arrayContaining(expected))
        expect(expected).toEqual(expect.arrayContaining(seen.due))
      }
    }),
    { numRuns: 14 },
  )
}, 180_000)
