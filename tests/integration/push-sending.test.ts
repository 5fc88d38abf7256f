import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { PushJob } from '@/server/jobs/enqueue'
import { vapidKeys } from '@/server/lib/web-push/vapid-keys'
import { pushSuggestion } from '@/server/services/push/push-suggestion'
import { sendPush } from '@/server/services/push/send-push'
import { choosePush } from '@/server/services/push/subscriptions'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildEvent } from '../factories/community'
import { buildBlock, buildGuest, buildMeeting, buildSuggestion } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildPushSubscription, newBrowser, type TestBrowser } from '../factories/push'
import { testDb } from '../setup/integration'
import { mailDeps, testClock } from '../support/mail'
import { decrypt, readVapid, startPushSink } from '../support/push-sink'
import { callerOf } from './room-callers'

const db = testDb()
const clock = testClock()
const deps = mailDeps(null, clock)
let sink: Awaited<ReturnType<typeof startPushSink>>
let eventId: string
let ada: Awaited<ReturnType<typeof buildGuest>>
let ben: Awaited<ReturnType<typeof buildGuest>>
let browser: TestBrowser
let subscriptionId: string

beforeAll(async () => {
  sink = await startPushSink()
})
afterAll(() => sink.stop())

beforeEach(async () => {
  clock.at = NOW
  sink.requests.length = 0
  sink.connected.length = 0
  sink.addresses.splice(0, sink.addresses.length, '198.41.0.4')
  sink.answer.status = 201
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  eventId = (await buildEvent(db, { startsAt: minutesFromNow(-60), endsAt: minutesFromNow(120) })).id
  ada = await buildGuest(db, eventId, { user: { name: 'Ada' }, interests: ['beekeeping'] })
  ben = await buildGuest(db, eventId, { user: { name: 'Ben' }, interests: ['beekeeping'] })
  browser = newBrowser()
  subscriptionId = (await buildPushSubscription(db, { userId: ada.id, browser })).id
  await choosePush(db, { userId: ada.id, suggestions: true, meetings: true })
})

const JOBS = z.array(z.object({ task: z.string(), payload: z.unknown() }))
const jobs = async (task: string) =>
  JOBS.parse(
    await db.$queryRaw`SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`,
  )
    .filter((job) => job.task === task)
    .map(({ payload }) => payload)

const suggestion = (): PushJob => ({ subscriptionId, about: { kind: 'SUGGESTION', eventId }, at: NOW.toISOString() })
const send = (job: PushJob = suggestion()) => sendPush(deps, job, sink.line)
const suggestBen = () => buildSuggestion(db, { eventId, userId: ada.id, otherId: ben.id })

describe('a message', () => {
  it('is read by that browser alone, signed as this installation’s, and names nobody', async () => {
    await suggestBen()
    await send()
    const [request] = sink.requests
    expect(sink.connected).toEqual(['push.example.org at 198.41.0.4'])
    expect(request?.headers).toMatchObject({ ttl: '900', urgency: 'high', 'content-encoding': 'aes128gcm', host: 'push.example.org' })
    expect(request?.path).toBe(new URL(browser.keys.endpoint).pathname)
    const body = request?.body ?? Buffer.alloc(0)
    expect(decrypt(browser, body)).toEqual({
      title: 'Somebody you should meet is here',
      body: 'Open your evening to see who, and what to begin with.',
      tag: `suggestion-${eventId}`,
      path: `/evening/${eventId}`,
    })
    expect(JSON.stringify(decrypt(browser, body))).not.toMatch(/Ben|beekeeping/i)
    expect(() => decrypt(newBrowser(), body)).toThrow()
    const { key, aud, sub, exp } = readVapid(request?.headers ?? {})
    expect({ key, aud, sub }).toEqual({ key: vapidKeys(SECRET).publicKey, aud: 'https://push.example.org', sub: 'https://meet.example.org' })
    expect(exp * 1000).toBeLessThanOrEqual(Date.now() + 86_400_000)
  })

  it('comes of keys that follow from the secret: the same ones each time, others for another secret', () => {
    expect(vapidKeys(SECRET)).toEqual(vapidKeys(SECRET))
    expect(vapidKeys('another secret of 32 characters or more')).not.toEqual(vapidKeys(SECRET))
  })

  it.each([404, 410])('that is answered %i has the browser forgotten', async (status) => {
    await suggestBen()
    sink.answer.status = status
    await send()
    expect(await db.pushSubscription.count()).toBe(0)
  })

  it.each([429, 500, 503])('that is answered %i is tried again', async (status) => {
    await suggestBen()
    sink.answer.status = status
    await expect(send()).rejects.toThrow(String(status))
    expect(await db.pushSubscription.count()).toBe(1)
  })

  it('follows no redirect', async () => {
    await suggestBen()
    Object.assign(sink.answer, { status: 307, headers: { location: 'https://other.example.org/' } })
    await send()
    expect(sink.requests).toHaveLength(1)
    sink.answer.headers = {}
  })

  it.each([
    '127.0.0.1', '10.0.0.8', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::1', 'ff02::1', 'nonsense',
  ])('goes nowhere when the name of its push service leads to %s, alone or beside a good address', async (address) => {
    await suggestBen()
    for (const addresses of [[address], ['198.41.0.4', address]]) {
      await db.pushSubscription.updateMany({ data: { userId: ada.id } })
      sink.addresses.splice(0, sink.addresses.length, ...addresses)
      await send()
    }
    expect(sink.connected).toEqual([])
    expect(await db.pushSubscription.count()).toBe(0)
  })

  it.each([
    ['its time is over', () => Promise.resolve((clock.at = minutesFromNow(16)))],
    ['the event is over', () => db.event.update({ where: { id: eventId }, data: { endsAt: minutesFromNow(-1) } })],
    ['the person has gone home', () => db.checkIn.updateMany({ where: { userId: ada.id }, data: { leftAt: NOW } })],
    ['the other has gone home', () => db.checkIn.updateMany({ where: { userId: ben.id }, data: { leftAt: NOW } })],
    ['it was read meanwhile', () => db.suggestion.updateMany({ data: { shownAt: NOW } })],
    ['the two are blocked meanwhile', () => buildBlock(db, { blockerId: ben.id, blockedId: ada.id })],
    ['it was switched off', () => choosePush(db, { userId: ada.id, suggestions: false, meetings: true })],
    ['the session has ended', () => db.session.updateMany({ data: { expires: NOW } })],
    ['the person signed out', () => db.session.deleteMany()],
  ] satisfies [string, () => Promise<unknown>][])('does not leave when %s', async (_, change) => {
    await suggestBen()
    await change()
    await send()
    expect(sink.requests).toEqual([])
  })
})

describe('your suggestion arrived', () => {
  it('waits for whoever wants it, from the moment it is computed', async () => {
    await refreshSuggestions(db, eventId, NOW)
    expect(await db.suggestion.count({ where: { userId: ben.id } })).toBe(1)
    expect(await jobs('push-suggestion')).toEqual([{ eventId, userId: ada.id }])
  })

  it('is queued by a refresh that is written, and by no other', async () => {
    await expect(
      db.$transaction(async (tx) => {
        const { solveEvent } = await import('@/server/services/suggestion/solve-event')
        await solveEvent(tx, { eventId, suggestedAt: null, solvedAt: null, now: NOW })
        throw new Error('lost')
      }),
    ).rejects.toThrow('lost')
    expect(await jobs('push-suggestion')).toEqual([])
  })

  it('goes to every browser of theirs once an evening, however often it is asked for', async () => {
    await buildPushSubscription(db, { userId: ada.id })
    await suggestBen()
    await Promise.all(Array.from({ length: 4 }, () => pushSuggestion(db, { eventId, userId: ada.id, now: NOW })))
    expect(await jobs('send-push')).toHaveLength(2)
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await pushSuggestion(db, { eventId, userId: ada.id, now: minutesFromNow(30) })
    expect(await jobs('send-push')).toEqual([])
    await refreshSuggestions(db, eventId, minutesFromNow(31))
    expect(await jobs('push-suggestion')).toEqual([])
  })

  it('is spared who has seen all there is, and may come later', async () => {
    await db.suggestion.updateMany({ where: { id: (await suggestBen()).id }, data: { shownAt: NOW } })
    await pushSuggestion(db, { eventId, userId: ada.id, now: NOW })
    expect(await jobs('send-push')).toEqual([])
    await db.suggestion.updateMany({ data: { shownAt: null } })
    await pushSuggestion(db, { eventId, userId: ada.id, now: NOW })
    expect(await jobs('send-push')).toHaveLength(1)
  })
})

describe('somebody confirmed you met', () => {
  it('goes to who had said so first, and to nobody else', async () => {
    await buildPushSubscription(db, { userId: ben.id })
    await choosePush(db, { userId: ben.id, suggestions: true, meetings: true })
    const { id: meetingId } = await buildMeeting(db, { eventId, between: [ada.id, ben.id], state: 'PROPOSED' })
    await callerOf(db, ben).meeting.confirm({ eventId, meetingId })
    const [job, ...others] = await jobs('send-push')
    expect(job).toEqual({ subscriptionId, about: { kind: 'MEETING', eventId, meetingId }, at: NOW.toISOString() })
    expect(others).toEqual([])
    await callerOf(db, ben).meeting.confirm({ eventId, meetingId })
    expect(await jobs('send-push')).toHaveLength(1)

    const message: PushJob = { subscriptionId, about: { kind: 'MEETING', eventId, meetingId }, at: NOW.toISOString() }
    await send(message)
    expect(decrypt(browser, sink.requests[0]?.body ?? Buffer.alloc(0))).toMatchObject({
      title: 'Somebody confirmed that you met',
      path: `/evening/${eventId}#${meetingId}`,
    })
    // Not after the evening, when it may be night, and not of a meeting that was undone.
    clock.at = minutesFromNow(121)
    await send({ ...message, at: clock.at.toISOString() })
    clock.at = NOW
    await callerOf(db, ben).meeting.undo({ eventId, meetingId })
    await send(message)
    expect(sink.requests).toHaveLength(1)
  })

  it('is nothing to who did not ask for it', async () => {
    await choosePush(db, { userId: ada.id, suggestions: true, meetings: false })
    const { id: meetingId } = await buildMeeting(db, { eventId, between: [ada.id, ben.id], state: 'PROPOSED' })
    await callerOf(db, ben).meeting.confirm({ eventId, meetingId })
    expect(await jobs('send-push')).toEqual([])
  })
})
