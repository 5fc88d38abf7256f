import { Prisma } from '@/generated/prisma/client'

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'
const DEADLOCK = '40P01'
const TOO_MANY_CONNECTIONS = '53300'

/** How a connection fails that there is not, or not any more: by the system, and by the server, which ends, crashed or starts. */
const LOST_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', TOO_MANY_CONNECTIONS]
/** The same as the adapter names it. */
const LOST_KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
/** The driver's own words, which have no code. */
const LOST_WORDS = /^Connection terminated|connection error and is not queryable/

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

/** Whether the database was not there to answer: then nobody knows whether a statement was committed. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const meta = JSON.stringify(error.meta ?? {})
    return [...LOST_CODES, ...LOST_KINDS].some((word) => meta.includes(`"${word}"`))
  }
  if (!(error instanceof Error)) return false
  return LOST_CODES.some((code) => code === codeOf(error)) || LOST_WORDS.test(error.message)
}

/** Whether the server gave no connection since it has no more. */
export function isOutOfConnections(error: unknown): boolean {
  return error instanceof Error && codeOf(error) === TOO_MANY_CONNECTIONS
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined
}
