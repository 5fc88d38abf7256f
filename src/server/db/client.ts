import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { PatientPool } from './patient-pool'

/** The database, or a transaction on it: what services take. */
export type Db = PrismaClient | Prisma.TransactionClient

/**
 * How long a transaction waits for a connection, and may then take, in milliseconds. A crowd at the door
 * queues for connections; being told to come back is worse than waiting.
 */
const TRANSACTION_MS = 20_000

/** All connections but one end after so long without work, in milliseconds: another instance may need them. */
const IDLE_MS = 2_000

/**
 * A client with its own pool of connections, at most `pool` of them, in UTC. While the database restarts,
 * or has no connection left, statements wait for one.
 */
export function createDatabase(url: string, pool: number): PrismaClient {
  const connections = new PatientPool({
    connectionString: url,
    max: pool,
    min: 1,
    idleTimeoutMillis: IDLE_MS,
    // No statement of a page is long enough to be worth the start of helping processes.
    options: '-c timezone=UTC -c max_parallel_workers_per_gather=0',
  })
  return new PrismaClient({
    adapter: new PrismaPg(connections, { disposeExternalPool: true }),
    transactionOptions: { maxWait: TRANSACTION_MS, timeout: TRANSACTION_MS },
  })
}

/**
 * Runs `work` in one transaction: inside a transaction that is already open it joins that one.
 */
export function inTransaction<T>(db: Db, work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return '$transaction' in db ? db.$transaction(work) : work(db)
}

/** A piece of SQL with its parameters, to be put together with others and run by `$queryRaw`. */
export const sql = Prisma.sql
export type Sql = Prisma.Sql
/** SQL as it stands: for constants of the code's own, never for what came from outside. */
export const raw = Prisma.raw
/** Several pieces with a text between them, ', ' unless another is given. */
export const joined = Prisma.join
