/** The scanner's list of names; public/sw.js deletes this database by its name too. */
export const ROSTER_DB = 'serendip-roster'
/** Until when that list may be kept, in milliseconds since 1970: every page reads it without opening a database. */
const UNTIL = 'serendip-roster-until'

/** To be called before a list is kept. @throws DOMException where the browser keeps nothing. */
export function noteRoster(until: number): void {
  localStorage.setItem(UNTIL, String(until))
}

/**
 * Drops the scanner's list of names when its evening is over.
 * @param now by the device's clock, in milliseconds since 1970.
 */
export function forgetOldRoster(now: number): void {
  try {
    const until = localStorage.getItem(UNTIL)
    if (until === null || Number(until) > now) return
    indexedDB.deleteDatabase(ROSTER_DB)
    localStorage.removeItem(UNTIL)
  } catch {
    // A browser that keeps nothing has no list.
  }
}
