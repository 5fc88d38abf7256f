import { Prisma } from '../../src/generated/prisma/client'
import { findViewer } from '../../src/server/auth/viewer'
import type { Db } from '../../src/server/db/client'
import { hashToken } from '../../src/server/lib/tokens'
import { checkIn, type Receipt } from '../../src/server/services/door/check-in'
import type { DoorPerson } from './door-people'

/** One statement as it is sent to the database. */
export interface Statement {
  /** Names the text, for preparing it once. */
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** PostgreSQL cuts the names of prepared statements at 63 bytes. */
const NAME_LENGTH = 32

/** A database that runs nothing: it writes down what it is asked, and answers with these rows. */
function recordingDb(rows: readonly unknown[], recorded: Statement[]): Db {
  const $queryRaw = (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const { text, values: all } = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values)
    recorded.push({ name: hashToken(text).slice(0, NAME_LENGTH), text, values: all })
    return Promise.resolve(rows)
  }
  // The services under test use nothing else of it; anything more would fail at once.
  return { $queryRaw } as unknown as Db
}

/**
 * The statements that one check-in of a signed-in person runs, taken from the product's own services, so
 * that the reference stays the same SQL when they change.
 */
export async function checkInStatements(given: {
  readonly person: DoorPerson
  readonly claim: string
  readonly secret: string
  readonly now: Date
}): Promise<readonly Statement[]> {
  const { person, claim, secret, now } = given
  const recorded: Statement[] = []
  const viewer = { id: person.userId, name: '', email: '', locale: 'en', operator: false }
  await findViewer(recordingDb([viewer], recorded), person.sessionToken, now)
  // Not fresh: then nothing is announced.
  const receipt: Receipt = { eventId: '', userId: person.userId, visitNumber: 1, fresh: false }
  await checkIn(recordingDb([receipt], recorded), { secret, claim, userId: person.userId, now, locale: 'en' })
  return recorded
}
