/** How long what was read of a file that nobody imported is kept, and what undoing an import needs, in days. */
export const PREVIEW_DAYS = 1
export const UNDO_DAYS = 30

/** How many rows are written by one statement, and between two words of how far it is. */
export const CHUNK = 500

/** How often an import is tried before it is given up. */
export const MOST_TRIES = 3

/** How long one import may take in all, in milliseconds. */
export const RUN_TIMEOUT_MS = 120_000

/** The items in groups of at most {@link CHUNK}. */
export function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK))
}
