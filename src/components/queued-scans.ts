/** Scans that the server has not answered; they outlive the list, the session and the evening. */
export const QUEUE_DB = 'serendip-queue'
/** A scan that nobody could send for so long is nobody's check-in any more, in milliseconds. */
export const QUEUE_LIFE_MS = 14 * 86_400_000

/** As the scanner keeps them; a conflict holds its scan. */
const SCANNED_AT = { scans: ['scannedAt'], conflicts: ['scan', 'scannedAt'] } as const

/**
 * Drops what has waited too long, and counts the scans that still wait. It does without the scanner's own
 * means, for pages that are not the scanner.
 * @param now by the device's clock, in milliseconds since 1970.
 */
export async function countQueuedScans(now: number): Promise<number> {
  try {
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === QUEUE_DB)) return 0
    const db = await answerOf(indexedDB.open(QUEUE_DB))
    try {
      await dropOld(db, 'conflicts', now)
      return await dropOld(db, 'scans', now)
    } finally {
      db.close()
    }
  } catch {
    // A browser that keeps nothing has no queue.
    return 0
  }
}

/** @returns how many stay. */
function dropOld(db: IDBDatabase, name: keyof typeof SCANNED_AT, now: number): Promise<number> {
  const cursors = db.transaction(name, 'readwrite').objectStore(name).openCursor()
  let staying = 0
  return new Promise((resolve, reject) => {
    cursors.onerror = () => {
      reject(new Error('The queue cannot be read.'))
    }
    cursors.onsuccess = () => {
      const cursor = cursors.result
      if (!cursor) {
        resolve(staying)
        return
      }
      const scannedAt = SCANNED_AT[name].reduce(fieldOf, cursor.value)
      if (typeof scannedAt === 'number' && scannedAt < now - QUEUE_LIFE_MS) cursor.delete()
      else staying += 1
      cursor.continue()
    }
  })
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(new Error('The queue cannot be opened.'))
    }
  })
}
