import { describe, expect, it } from 'vitest'
import { catchUpArrivals } from '@/server/services/arrival/catch-up-arrivals'
import { welcomeGuests } from '@/server/services/sign-in/welcome-guests'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { keepClaim } from '@/server/services/claim/settle-claim'
import { createCaller } from '@/server/api/root'
import { createDatabase } from '@/server/db/client'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildGuest } from '../factories/evening'
import { minutesFromNow, NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { buildProfile, giveInterests } from '../factories/profile'
import { buildUser, viewerOf } from '../factories/user'
import { anotherDatabase, testDb } from '../setup/integration'
import { buildHost, jobWaits, loseAnnouncements, passCode, person, scanOf, walkIn } from './scanner-callers'

const db = testDb()
const HOUR_MS = 3_600_000

async function evening() {
  const event = await buildEvent(db)
  return { event, ...(await buildHost(db, event.id)) }
}

describe('what was scanned without a network', () => {
  it('counts from when it was scanned, by the server’s clock, and says when it was recorded', async () => {
    const { sendOne } = await evening()
    const ada = await buildUser(db)
    const answer = await sendOne(scanOf(passCode(ada.id), { agoMs: HOUR_MS }))
    expect(answer).toMatchObject({ outcome: 'IN', at: minutesFromNow(-60).toISOString() })
    expect(await db.checkIn.findFirst()).toMatchObject({ at: minutesFromNow(-60), recordedAt: NOW })
  })

  it.each([
    ['an hour in the future', -HOUR_MS, NOW],
    ['before the door opened', 100 * HOUR_MS, minutesFromNow(-90 - 120)],
    ['longer ago than time goes back', Number.MAX_VALUE, minutesFromNow(-90 - 120)],
  ])('never counts as %s', async (_, agoMs, at) => {
    const { sendOne } = await evening()
    const ada = await buildUser(db)
    expect(await sendOne(scanOf(passCode(ada.id), { agoMs }))).toMatchObject({ outcome: 'IN', at: at.toISOString() })
  })

  it('can be sent up to twelve hours after the end, but not what was scanned after it', async () => {
    const { event, sendOne } = await evening()
    const [ada, ben, cat] = [await buildUser(db), await buildUser(db), await buildUser(db)]
    const late = minutesFromNow(90 + 600)
    expect(await sendOne(scanOf(passCode(ada.id), { agoMs: 11 * HOUR_MS }), late)).toMatchObject({ outcome: 'IN' })
    expect(await sendOne(scanOf(passCode(ben.id), { agoMs: 9 * HOUR_MS }), late)).toMatchObject({ reason: 'OVER' })
    const tooLate = minutesFromNow(90 + 721)
    // The host for a night has no standing any more; the owner has, and is told in a sentence.
    await expect(sendOne(scanOf(passCode(cat.id), { agoMs: 14 * HOUR_MS }), tooLate)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const owner = await buildUser(db)
    await buildMembership(db, { communityId: event.communityId, userId: owner.id, role: 'OWNER' })
    const caller = createCaller(buildContext(db, viewerOf(owner), { now: tooLate }))
    const sent = caller.scanner.checkIn({ eventId: event.id, scans: [scanOf(passCode(cat.id), { agoMs: 14 * HOUR_MS })] })
    await expect(sent).resolves.toMatchObject([{ outcome: 'REFUSED', reason: 'OVER' }])
  })

  it('makes one row of one pass on two devices, and tells the second since when', async () => {
    const { event, sendOne, ...first } = await evening()
    const second = await buildHost(db, event.id)
    const ada = await buildUser(db)
    expect(await sendOne(scanOf(passCode(ada.id), { agoMs: 600_000 }))).toMatchObject({ outcome: 'IN' })
    expect(await second.sendOne(scanOf(passCode(ada.id), { agoMs: 900_000 }))).toMatchObject({
      outcome: 'ALREADY',
      since: minutesFromNow(-10).toISOString(),
    })
    expect(await db.checkIn.findMany()).toMatchObject([{ byId: first.host.id }])
  })

  it('still starts suggestions when the instance dies before it announces them', async () => {
    const { event, sendOne } = await evening()
    await buildGuest(db, event.id, { interests: ['bees'], at: minutesFromNow(-80) })
    await buildGuest(db, event.id, { interests: ['bees'], at: minutesFromNow(-80) })
    await refreshSuggestions(db, event.id, minutesFromNow(-5))
    const ada = await buildUser(db)
    await buildProfile(db, { userId: ada.id })
    await giveInterests(db, ada.id, ['bees'])
    await db.user.update({ where: { id: ada.id }, data: { describedAt: null } })
    await catchUpArrivals(db, minutesFromNow(-4))
    expect(await jobWaits(db, event.id)).toBe(false)
    await sendOne(scanOf(passCode(ada.id), { agoMs: HOUR_MS }))
    await loseAnnouncements(db)
    await catchUpArrivals(db, minutesFromNow(1))
    expect(await jobWaits(db, event.id)).toBe(true)
    await refreshSuggestions(db, event.id, minutesFromNow(1))
    expect(await db.suggestion.count({ where: { userId: ada.id } })).toBeGreaterThan(0)
    expect(await db.suggestion.count({ where: { otherId: ada.id } })).toBeGreaterThan(0)
  })

  it('shows whom to meet at once to whoever was let in late', async () => {
    const { event, sendOne } = await evening()
    await buildGuest(db, event.id, { interests: ['bees'], at: minutesFromNow(-80) })
    const ada = await buildUser(db)
    await buildProfile(db, { userId: ada.id })
    await giveInterests(db, ada.id, ['bees'])
    await db.user.update({ where: { id: ada.id }, data: { describedAt: null } })
    await refreshSuggestions(db, event.id, minutesFromNow(-5))
    await sendOne(scanOf(passCode(ada.id), { agoMs: HOUR_MS }))
    const room = await createCaller(buildContext(db, viewerOf(ada), { now: minutesFromNow(1) })).room.mine({ eventId: event.id })
    expect(room.suggestions).toHaveLength(1)
  })

  it('brings the mail to whoever was written down, also after the end, and none to whoever was taken back', async () => {
    const { event, sendOne } = await evening()
    const organizer = await buildUser(db)
    await buildMembership(db, { communityId: event.communityId, userId: organizer.id, role: 'ORGANIZER' })
    const now = minutesFromNow(300)
    const agoMs = 5 * HOUR_MS
    await sendOne(scanOf(walkIn('Noor', 'noor@example.org'), { agoMs }), now)
    const mistake = await sendOne(scanOf(walkIn('Nobody', 'nobody@example.org'), { agoMs }), now)
    const personId = mistake.outcome === 'IN' ? mistake.person.personId : ''
    const caller = createCaller(buildContext(db, viewerOf(organizer), { now }))
    await caller.scanner.undo({ eventId: event.id, personId, reason: 'Typed twice.' })
    await loseAnnouncements(db)
    await catchUpArrivals(db, minutesFromNow(301))
    expect(await jobWaits(db, event.id)).toBe(true)
    await welcomeGuests(db, { secret: SECRET, publicUrl: PUBLIC_URL, now: minutesFromNow(301) })
    expect(await db.outboxMail.findMany({ select: { recipient: true } })).toEqual([{ recipient: 'noor@example.org' }])
  })

  it('finds somebody by the id of the guest they were when the list was loaded', async () => {
    const { event, sendOne } = await evening()
    const scan = scanOf(walkIn('Noor', 'noor@example.org'))
    const first = await sendOne(scan)
    const guestId = first.outcome === 'IN' ? first.person.personId : ''
    const noor = await buildUser(db, { email: 'noor@example.org', name: 'Noor Haddad' })
    await keepClaim(db, { proof: { guestId, email: 'noor@example.org' }, userId: noor.id, locale: 'en', now: NOW })
    expect(await sendOne(scanOf(person(guestId)))).toMatchObject({ outcome: 'ALREADY', person: { personId: noor.id } })
    expect(await sendOne(scan)).toMatchObject({ outcome: 'IN', person: { personId: noor.id }, slipUrl: null })
    expect(await db.checkIn.count({ where: { eventId: event.id } })).toBe(1)
  })
})

describe('fifty scans of one pass at once, by two hosts', () => {
  it('make one row: one is told IN, the others ALREADY', async () => {
    const { event, sendOne } = await evening()
    const other = await buildHost(db, event.id)
    const ada = await buildUser(db)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? sendOne : other.sendOne)(scanOf(passCode(ada.id)))),
    )
    const told = (outcome: string) => answers.filter((answer) => answer.outcome === outcome).length
    expect({ in: told('IN'), already: told('ALREADY') }).toEqual({ in: 1, already: 49 })
    expect(await db.checkIn.count({ where: { eventId: event.id } })).toBe(1)
  })

  it('rest on a constraint: without it the statement is refused, and never writes twice', async () => {
    const scratch = createDatabase(await anotherDatabase(), 4)
    try {
      await scratch.$executeRaw`DROP INDEX "check_in_eventId_userId_key"`
      const { sendOne } = await buildHost(scratch, (await buildEvent(scratch)).id)
      const ada = await buildUser(scratch)
      await expect(sendOne(scanOf(passCode(ada.id)))).rejects.toThrow(/no unique or exclusion constraint/)
      expect(await scratch.checkIn.count()).toBe(0)
    } finally {
      await scratch.$disconnect()
    }
  })
})
