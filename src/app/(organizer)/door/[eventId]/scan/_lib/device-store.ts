import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Roster } from '@/domain/check-in/scanner'
import { ROSTER_DB, noteRoster } from '@/components/forget-roster'
import { QUEUE_DB, QUEUE_LIFE_MS } from '@/components/queued-scans'
import type { Conflict, QueuedScan } from './state'

interface RosterSchema extends DBSchema {
  rosters: { key: string; value: Roster }
}

interface QueueSchema extends DBSchema {
  scans: { key: string; value: QueuedScan }
  conflicts: { key: string; value: Conflict }
}

/** What this device keeps of the scanner. */
export interface DeviceStore {
  roster(eventId: string): Promise<Roster | null>
  /** Keeps this list and no other. */
  keepRoster(roster: Roster): Promise<void>
  wipeRosters(): Promise<void>
  /** The oldest first. */
  scans(): Promise<QueuedScan[]>
  addScan(scan: QueuedScan): Promise<void>
  removeScan(nonce: string): Promise<void>
  /** Takes scans out of the queue and keeps what is left to look at, in one step. */
  settle(nonces: readonly string[], conflicts: readonly Conflict[]): Promise<void>
  conflicts(): Promise<Conflict[]>
  dismiss(nonce: string): Promise<void>
}

/** Opened for one step at a time, so that nothing hinders the list from being wiped elsewhere. */
async function withRosters<T>(step: (db: IDBPDatabase<RosterSchema>) => Promise<T>): Promise<T> {
  const db = await openDB<RosterSchema>(ROSTER_DB, 1, {
    upgrade: (created) => void created.createObjectStore('rosters', { keyPath: 'eventId' }),
  })
  try {
    return await step(db)
  } finally {
    db.close()
  }
}

function openQueue(): Promise<IDBPDatabase<QueueSchema>> {
  return openDB<QueueSchema>(QUEUE_DB, 1, {
    upgrade(db) {
      db.createObjectStore('scans', { keyPath: 'nonce' })
      db.createObjectStore('conflicts', { keyPath: 'scan.nonce' })
    },
  })
}

/**
 * Opens what this device keeps, and drops what is out of date.
 * @param now by the device's clock, in milliseconds since 1970.
 * @returns null where the browser refuses to keep anything, as in some private windows.
 */
export async function openDeviceStore(now: number): Promise<DeviceStore | null> {
  try {
    const queue = await openQueue()
    await Promise.all([withRosters((rosters) => dropOldRosters(rosters, now)), dropOldScans(queue, now)])
    return storeOf(queue)
  } catch {
    return null
  }
}

async function dropOldRosters(db: IDBPDatabase<RosterSchema>, now: number): Promise<void> {
  for (const { eventId, endsAt } of await db.getAll('rosters')) {
    if (new Date(endsAt).getTime() < now) await db.delete('rosters', eventId)
  }
}

async function dropOldScans(db: IDBPDatabase<QueueSchema>, now: number): Promise<void> {
  for (const { nonce, scannedAt } of await db.getAll('scans')) {
    if (scannedAt < now - QUEUE_LIFE_MS) await db.delete('scans', nonce)
  }
  for (const { scan } of await db.getAll('conflicts')) {
    if (scan.scannedAt < now - QUEUE_LIFE_MS) await db.delete('conflicts', scan.nonce)
  }
}

function storeOf(queue: IDBPDatabase<QueueSchema>): DeviceStore {
  return {
    roster: (eventId) => withRosters(async (db) => (await db.get('rosters', eventId)) ?? null),
    keepRoster: (roster) =>
      withRosters(async (db) => {
        noteRoster(new Date(roster.endsAt).getTime())
        const transaction = db.transaction('rosters', 'readwrite')
        await Promise.all([transaction.store.clear(), transaction.store.put(roster), transaction.done])
      }),
    wipeRosters: () => deleteDB(ROSTER_DB),
    scans: async () => (await queue.getAll('scans')).sort((a, b) => a.scannedAt - b.scannedAt),
    async addScan(scan) {
      await queue.put('scans', scan)
    },
    removeScan: (nonce) => queue.delete('scans', nonce),
    async settle(nonces, conflicts) {
      const transaction = queue.transaction(['scans', 'conflicts'], 'readwrite')
      await Promise.all([
        ...conflicts.map((conflict) => transaction.objectStore('conflicts').put(conflict)),
        ...nonces.map((nonce) => transaction.objectStore('scans').delete(nonce)),
        transaction.done,
      ])
    },
    conflicts: async () =>
      (await queue.getAll('conflicts')).sort((a, b) => a.scan.scannedAt - b.scan.scannedAt),
    dismiss: (nonce) => queue.delete('conflicts', nonce),
  }
}
