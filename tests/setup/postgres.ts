import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, DatabaseError, escapeIdentifier } from 'pg'
import { applyMigrations } from '../../scripts/lib/migrate'
import { startEmbeddedServer } from '../../src/server/db/embedded'

/** Migrated once; every database of a test is a copy of it. */
const TEMPLATE = 'serendip_template'

/** A PostgreSQL server of this run alone. */
export interface TestPostgres {
  /** Address of its maintenance database. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts a PostgreSQL server in a directory of its own, with the migrated template in it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'serendip-test-'))
  // Root runs PostgreSQL as another user, who has to reach the directory inside this one.
  await chmod(directory, 0o755)
  const removeDirectory = () => rm(directory, { recursive: true, force: true })
  try {
    const server = await startEmbeddedServer({ dataDir: directory, fast: true })
    const stop = async () => {
      await server.stop()
      await removeDirectory()
    }
    try {
      await server.ensureDatabase(TEMPLATE)
      await applyMigrations(server.url(TEMPLATE))
      return { url: server.url('postgres'), stop }
    } catch (error) {
      await stop()
      throw error
    }
  } catch (error) {
    await removeDirectory()
    throw error
  }
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  return address.href
}

/** Runs `work` on one connection, which is closed afterwards. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the database out of the template unless it is there, and returns its address. */
export async function ensureTestDatabase(url: string, database: string): Promise<string> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (rowCount) return
    await client.query(`CREATE DATABASE ${escapeIdentifier(database)} TEMPLATE ${escapeIdentifier(TEMPLATE)}`)
  })
  return databaseUrl(url, database)
}

/** Drops the database, closing whatever is still connected to it. */
export async function dropTestDatabase(url: string, database: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`),
  )
}

/** What describes the database itself: its migrations, and the queue's names of tasks, which workers keep in memory. */
const KEPT = ['_prisma_migrations', 'migrations', '_private_tasks', '_private_known_crontabs']
/** Deadlock detected, lock not available. */
const BUSY: readonly string[] = ['40P01', '55P03']
/** Ten seconds of them. */
const MOST_ATTEMPTS = 20

/** Empties every table that the schema or the queue has, in one statement. */
export async function truncateAll(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('public', 'graphile_worker') AND tablename <> ALL ($1)`,
      [KEPT],
    )
    if (rows.length === 0) throw new Error('The test database has no tables: was it migrated?')
    // A running application may be in the middle of a job. Its transaction wins: what is waited for is given up
    // sooner than the database looks for deadlocks, and asked for again once that is over.
    await client.query(`SET lock_timeout = '500ms'`)
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`)
        return
      } catch (error) {
        const busy = error instanceof DatabaseError && BUSY.includes(error.code ?? '')
        if (!busy || attempt === MOST_ATTEMPTS) throw error
      }
    }
  })
}
