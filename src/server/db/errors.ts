import { Prisma } from '@/generated/prisma/client'

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'
const DEADLOCK = '40P01'

/** Prisma's own code for what its statements ran into; raw statements carry the database's. */
function isOneOf(error: unknown, prisma: readonly string[], database: readonly string[]): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (prisma.includes(error.code)) return true
  const meta = JSON.stringify(error.meta ?? {})
  return error.code === 'P2010' && database.some((code) => meta.includes(code))
}

/** Whether the database refused a row because one like it is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return isOneOf(error, ['P2002'], [UNIQUE_VIOLATION])
}

/**
 * Whether a transaction failed by what another did meanwhile: deleted what a row refers to, or waited for
 * this one while this one waited for it. Nothing of it was written, and done again it can succeed.
 */
export function isLostRace(error: unknown): boolean {
  return isOneOf(error, ['P2003', 'P2034'], [FOREIGN_KEY_VIOLATION, DEADLOCK])
}
