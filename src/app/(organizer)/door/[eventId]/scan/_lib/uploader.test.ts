import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { ScanAnswer } from '@/domain/check-in/scanner'
import type { DeviceStore } from './device-store'
import type { Conflict, QueuedScan } from './state'
import { upload, type TurnedAway } from './uploader'

const scan = (nonce: string, eventId: string, scannedAt: number): QueuedScan => ({
  nonce,
  eventId,
  target: { kind: 'PERSON', personId: nonce },
  letIn: false,
  scannedAt,
  label: `Name of ${nonce}`,
  knownIn: false,
})

const answerIn = (nonce: string): ScanAnswer => ({
  nonce,
  outcome: 'IN',
  person: { personId: nonce, name: nonce, visitNumber: 1, plusOnes: 0 },
  at: '2026-09-10T18:00:00.000Z',
  slipUrl: null,
})

/** A queue in memory, which keeps nothing else. */
function queueOf(scans: readonly QueuedScan[]) {
  let waiting = [...scans]
  const conflicts: Conflict[] = []
  const unused = () => Promise.reject(new Error('An upload has no use for this.'))
  const store: DeviceStore = {
    roster: unused,
    keepRoster: unused,
    wipeRosters: unused,
    addScan: unused,
    removeScan: unused,
    conflicts: unused,
    dismiss: unused,
    scans: () => Promise.resolve([...waiting].sort((a, b) => a.scannedAt - b.scannedAt)),
    settle: (nonces, left) => {
      waiting = waiting.filter(({ nonce }) => !nonces.includes(nonce))
      conflicts.push(...left)
      return Promise.resolve()
    },
  }
  return { store, conflicts, waiting: () => waiting.map(({ nonce }) => nonce) }
}

const sent = z.object({ eventId: z.string(), scans: z.array(z.object({ nonce: z.string() })) })

/** The server: what it answers for each event, a status or everybody in; and which events it was asked about. */
function server(statuses: Readonly<Record<string, number>>): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (_url: unknown, { body }: { readonly body: string }) => {
    const { eventId, scans } = sent.parse(JSON.parse(body))
    asked.push(eventId)
    const status = statuses[eventId]
    if (status === undefined) return Promise.resolve(Response.json({ result: { data: scans.map(({ nonce }) => answerIn(nonce)) } }))
    const error = { message: 'No.', code: -32_004, data: { httpStatus: status } }
    return Promise.resolve(Response.json({ error }, { status }))
  })
  return asked
}

async function sendFrom(queue: ReturnType<typeof queueOf>, eventId: string) {
  const turnedAway: TurnedAway[] = []
  const heard: string[] = []
  const end = await upload({
    store: queue.store,
    eventId,
    underWay: new Set(),
    undelivered: 'Not delivered.',
    heard: (answered) => {
      heard.push(...answered.map(([{ nonce }]) => nonce))
      return Promise.resolve()
    },
    turnedAway: (how) => void turnedAway.push(how),
  })
  return { end, heard, turnedAway }
}

beforeEach(() => {
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([403, 404, 412])('a scan left over from an event that answers %i holds up nobody at another', async (status) => {
  server({ lastWeek: status })
  const queue = queueOf([scan('old', 'lastWeek', 1), scan('new', 'tonight', 2)])
  const { end, heard, turnedAway } = await sendFrom(queue, 'tonight')
  expect(end).toBe('EMPTY')
  expect(queue.waiting()).toEqual([])
  expect(heard).toEqual(['new'])
  // It says nothing of whether they are a host tonight.
  expect(turnedAway).toEqual([])
  expect(queue.conflicts).toEqual([
    { scan: scan('old', 'lastWeek', 1), answer: { nonce: 'old', outcome: 'REFUSED', reason: 'TEXT', message: 'Not delivered.' } },
  ])
})

test('an event at which the server fails is left for later, and the others are sent', async () => {
  server({ lastWeek: 500, busy: 429 })
  const queue = queueOf([scan('old', 'lastWeek', 1), scan('held', 'busy', 2), scan('new', 'tonight', 3)])
  const { end, turnedAway } = await sendFrom(queue, 'tonight')
  expect(end).toBe('PARTLY')
  expect(queue.waiting()).toEqual(['old', 'held'])
  expect(queue.conflicts).toEqual([])
  expect(turnedAway).toEqual([])
})

test('a host who is turned away tonight is told, and what waited for tonight is listed; the rest is sent', async () => {
  const asked = server({ tonight: 404 })
  const queue = queueOf([scan('one', 'tonight', 1), scan('old', 'lastWeek', 2), scan('two', 'tonight', 3)])
  const { end, heard, turnedAway } = await sendFrom(queue, 'tonight')
  expect(asked).toEqual(['tonight', 'lastWeek'])
  expect({ end, heard, turnedAway }).toEqual({ end: 'EMPTY', heard: ['old'], turnedAway: ['NO_HOST'] })
  expect(queue.conflicts.map((conflict) => conflict.scan.nonce)).toEqual(['one', 'two'])
})

test.each([
  [401, 'SIGNED_OUT'],
  [429, 'LATER'],
  [503, 'UNREACHABLE'],
] as const)('a server that answers tonight with %i keeps everything waiting', async (status, end) => {
  const asked = server({ tonight: status })
  const queue = queueOf([scan('old', 'lastWeek', 1), scan('new', 'tonight', 2)])
  expect(await sendFrom(queue, 'tonight')).toMatchObject({ end })
  expect(asked).toEqual(['tonight'])
  expect(queue.waiting()).toEqual(['old', 'new'])
})

test('a session that has ended is one for all events', async () => {
  const asked = server({ lastWeek: 401, before: 401 })
  const queue = queueOf([scan('older', 'before', 1), scan('old', 'lastWeek', 2)])
  expect(await sendFrom(queue, 'tonight')).toMatchObject({ end: 'SIGNED_OUT' })
  expect(asked).toEqual(['before'])
})
