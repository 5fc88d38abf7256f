import type { Db } from './client'
import { patiently } from './patience'

/**
 * Runs statements that may run twice: when the connection is lost in the middle of them nobody knows
 * whether they were committed, and running them again finds out. Inside a transaction there is nothing to
 * repeat, since all of it is lost.
 */
export function repeatable<T>(db: Db, statements: () => Promise<T>): Promise<T> {
  return '$transaction' in db ? patiently(statements) : statements()
}
