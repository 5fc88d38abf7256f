import type { PrismaClient } from '@/generated/prisma/client'
import type { Scan, ScanTarget } from '@/domain/check-in/scanner'
import { createCaller } from '@/server/api/root'
import { passOf } from '@/server/lib/pass'
import { randomText } from '@/server/lib/tokens'
import { flushAnnouncements } from '@/server/live/publish'
import { buildContext } from '../factories/context'
import { buildDoorGrant } from '../factories/door'
import { NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'

/** A host for the night at this event: who scans, and how they call. */
export async function buildHost(db: PrismaClient, eventId: string) {
  const host = await buildUser(db, { name: 'Hanna Host' })
  const grant = await buildDoorGrant(db, { eventId, userId: host.id })
  const at = (now: Date) => createCaller(buildContext(db, viewerOf(host), { now }))
  const send = (scans: readonly Scan[], now = NOW) => at(now).scanner.checkIn({ eventId, scans: [...scans] })
  const sendOne = async (scan: Scan, now = NOW) => {
    const [answer] = await send([scan], now)
    if (!answer) throw new Error('A scan got no answer.')
    return answer
  }
  return { host, grant, at, send, sendOne }
}

/** One scan of now, under a nonce of its own. */
export function scanOf(target: ScanTarget | string, overrides: Partial<Omit<Scan, 'target'>> = {}): Scan {
  return {
    nonce: randomText(20),
    target: typeof target === 'string' ? { kind: 'CODE', text: target } : target,
    agoMs: 0,
    letIn: false,
    ...overrides,
  }
}

/** What the code on somebody's phone or badge holds. */
export const passCode = (userId: string) => `${PUBLIC_URL}/m/${passOf(SECRET, userId, 1)}`
/** Somebody found by name, or written down. */
export const person = (personId: string): ScanTarget => ({ kind: 'PERSON', personId })
export const walkIn = (name: string, email = ''): ScanTarget => ({ kind: 'WALK_IN', name, email })

/** Whether a job waits for what follows arrivals at this event. */
export async function jobWaits(db: PrismaClient, eventId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT key FROM graphile_worker.jobs WHERE key = ${`after-arrivals:${eventId}`}`
  return rows.length > 0
}

/** As if the instance had died before it announced anything: no announcement is on its way, no job waits. */
export async function loseAnnouncements(db: PrismaClient): Promise<void> {
  await flushAnnouncements()
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
}
