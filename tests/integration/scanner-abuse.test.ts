import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { hashToken, randomText } from '@/server/lib/tokens'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, PUBLIC_URL } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildHost, passCode, person, scanOf, walkIn } from './scanner-callers'

const db = testDb()

async function evening() {
  const event = await buildEvent(db)
  const { at, ...host } = await buildHost(db, event.id)
  return { event, caller: at(NOW), at, ...host }
}

describe('a host for a night', () => {
  it('keeps one door: at another, of the same community or not, there is nothing for them', async () => {
    const { event, host, caller } = await evening()
    const sister = await buildEvent(db, { communityId: event.communityId })
    const foreign = await buildEvent(db)
    const { userId: personId } = await buildCheckIn(db, { eventId: sister.id })
    for (const { id: eventId } of [sister, foreign]) {
      const calls = [
        () => caller.scanner.checkIn({ eventId, scans: [scanOf(passCode(host.id))] }),
        () => caller.scanner.roster({ eventId }),
        () => caller.scanner.search({ eventId, name: 'Ada' }),
        () => caller.scanner.recent({ eventId }),
        () => caller.scanner.undo({ eventId, personId, reason: 'Mine.' }),
        () => caller.scanner.fixName({ eventId, personId, name: 'Mine' }),
      ]
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await db.checkIn.count()).toBe(1)
    expect(await db.checkInUndo.count()).toBe(0)
  })

  it('is refused at the next request once the grant is taken back', async () => {
    const { event, grant, caller, sendOne } = await evening()
    const ada = await buildUser(db)
    await caller.scanner.roster({ eventId: event.id })
    await db.doorGrant.update({ where: { id: grant.id }, data: { revokedAt: NOW } })
    await expect(caller.scanner.roster({ eventId: event.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(sendOne(scanOf(passCode(ada.id)))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.checkIn.count()).toBe(0)
  })

  it('cannot name another event’s people: they are as unknown as those who do not exist', async () => {
    const { event, caller, sendOne } = await evening()
    const other = await buildCommunity(db)
    const stranger = await buildUser(db, { name: 'Sam Stranger' })
    await buildMembership(db, { communityId: other.id, userId: stranger.id })
    const known = await sendOne(scanOf(person(stranger.id)))
    const none = await sendOne(scanOf(person('usr_2345678923456789')))
    expect({ ...known, nonce: '' }).toEqual({ ...none, nonce: '' })
    const fix = caller.scanner.fixName({ eventId: event.id, personId: stranger.id, name: 'X' })
    await expect(fix).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.user.findUnique({ where: { id: stranger.id } })).toMatchObject({ name: 'Sam Stranger' })
  })
})

describe('what is sent besides', () => {
  it('changes nothing: neither role nor time nor whom', async () => {
    const { event, caller } = await evening()
    const [ada, victim] = [await buildUser(db), await buildUser(db)]
    const extra = { userId: victim.id, role: 'OWNER', at: '2001-01-01', visitNumber: 9, byId: victim.id, method: 'DOOR_CODE' }
    const scan = { ...scanOf(passCode(ada.id)), ...extra }
    await caller.scanner.checkIn({ eventId: event.id, scans: [scan], ...extra })
    const rows = await db.checkIn.findMany()
    expect(rows).toMatchObject([{ userId: ada.id, at: NOW, visitNumber: 1, method: 'SCAN' }])
    expect(await db.membership.findFirst({ where: { userId: ada.id } })).toMatchObject({ role: 'MEMBER' })
  })

  it('is refused as a whole when it is no upload of ours', async () => {
    const { event, caller } = await evening()
    const send = (scans: ReturnType<typeof scanOf>[]) => caller.scanner.checkIn({ eventId: event.id, scans })
    const ada = await buildUser(db)
    const scan = scanOf(passCode(ada.id))
    await expect(send([])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(send(Array.from({ length: 51 }, () => scan))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    for (const nonce of ['', 'short', 'x'.repeat(65), "' OR 1=1 -- 12345", 'a\nb'.repeat(8)]) {
      await expect(send([{ ...scan, nonce }])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await expect(send([scanOf(walkIn('Nul\0'))])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await db.checkIn.count()).toBe(0)
  })
})

describe('hostile names of walk-ins', () => {
  it.each([
    ['a header', 'Noor\r\nBcc: x@example.org', 'Noor Bcc: x@example.org'],
    ['a turned direction', 'Noor\u202egnp.exe', 'Noorgnp.exe'],
    ['script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['SQL', "Robert'); DROP TABLE \"user\";--", "Robert'); DROP TABLE \"user\";--"],
    ['ten thousand letters', 'x'.repeat(10_000), 'x'.repeat(200)],
    ['half a character', 'Noor\ud800', 'Noor'],
  ])('%s is one harmless line', async (_, typed, name) => {
    const { sendOne } = await evening()
    expect(await sendOne(scanOf(walkIn(typed)))).toMatchObject({ outcome: 'IN', person: { name } })
    expect(await db.user.count({ where: { name } })).toBe(1)
  })

  it.each(['a@b.com,c@d.com', '"a@b.com"@v.com', 'a@b.com\r\nBcc: c@d.com', 'a@localhost'])('%j is no address', async (email) => {
    const { sendOne } = await evening()
    expect(await sendOne(scanOf(walkIn('Noor', email)))).toMatchObject({ reason: 'EMAIL_IMPOSSIBLE' })
    expect(await db.user.count({ where: { name: 'Noor' } })).toBe(0)
  })
})

describe('what goes out', () => {
  it('holds nobody’s address, whatever is asked', async () => {
    const { event, caller, send } = await evening()
    const ticket = randomText(26)
    const going = await buildRsvp(db, { eventId: event.id, ticketHash: hashToken(ticket) })
    const ada = await buildUser(db, { name: 'Ada' })
    const answers = await send([
      scanOf(passCode(ada.id)),
      scanOf(passCode(ada.id)),
      scanOf(`${PUBLIC_URL}/t/${ticket}`),
      scanOf(walkIn('Noor', 'noor@example.org')),
      scanOf('https://example.com'),
    ])
    const { id: eventId } = event
    const said = JSON.stringify([
      answers,
      await caller.scanner.roster({ eventId }),
      await caller.scanner.search({ eventId, name: 'ada' }),
      await caller.scanner.recent({ eventId }),
    ])
    expect(said).toContain(going.userId)
    expect(said).not.toContain('@')
    expect(said).not.toContain(ticket)
  })

  it('stops for who sends far more than a door can', async () => {
    const { event, host } = await evening()
    const caller = createCaller(buildContext(db, viewerOf(host), { now: minutesFromNow(1) }))
    const upload = () => caller.scanner.checkIn({ eventId: event.id, scans: [scanOf('nothing of ours')] })
    const all = await Promise.allSettled(Array.from({ length: 310 }, upload))
    expect(all.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(10)
    await expect(upload()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })
})
