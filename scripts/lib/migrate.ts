import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrateJobs } from '../../src/server/jobs/migrate'
import { root } from './prisma.mjs'

interface Migration {
  readonly name: string
  readonly sql: string
  /** sha256 of the file, as Prisma's own command writes it down. */
  readonly checksum: string
}

/** The lock that Prisma's own command takes, so that neither runs beside the other. */
const PRISMA_ADVISORY_LOCK = 72_707_369

const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Brings the database up to this checkout: the tables of prisma/migrations, then those of the job queue,
 * which has migrations of its own.
 * @returns the names of the migrations applied, in order; empty when the tables were up to date.
 * @throws Error with a sentence when the database is newer than this checkout or differs from it.
 */
export async function applyMigrations(
  databaseUrl: string,
  directory = path.join(root, 'prisma/migrations'),
): Promise<readonly string[]> {
  const applied = await applyTables(databaseUrl, directory)
  await migrateJobs(databaseUrl)
  return applied
}

/**
 * The tables of prisma/migrations, and the same history as `prisma migrate deploy` writes. Other than
 * that, each migration and its entry are one transaction: a start that is killed in the middle can be
 * repeated. Any number of instances may do this at once.
 */
async function applyTables(databaseUrl: string, directory: string): Promise<readonly string[]> {
  const migrations = readMigrations(directory)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    if (missing(migrations, await readHistory(client)).length === 0) return []
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK])
    await client.query(CREATE_HISTORY)
    const applied: string[] = []
    for (const migration of missing(migrations, await readHistory(client))) {
      await applyOne(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    // The lock belongs to the connection and goes with it.
    await client.end()
  }
}

function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory)
    .sort()
    .map((name) => ({ name, file: path.join(directory, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

interface Entry {
  readonly migration_name: string
  readonly checksum: string
  readonly finished: boolean
}

async function readHistory(client: pg.Client): Promise<readonly Entry[]> {
  const known = await client.query<{ known: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`)
  if (!known.rows[0]?.known) return []
  const { rows } = await client.query<Entry>(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  return rows
}

function missing(migrations: readonly Migration[], history: readonly Entry[]): readonly Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const entry of history) {
    const migration = byName.get(entry.migration_name)
    if (!migration) {
      throw new Error(
        `The database is newer than this version of Serendip: it has the migration ${entry.migration_name}. Use the version that made it, or a newer one.`,
      )
    }
    if (!entry.finished) {
      throw new Error(
        `The migration ${entry.migration_name} was begun with Prisma's command and not finished: see \`prisma migrate resolve\`.`,
      )
    }
    if (entry.checksum !== migration.checksum) {
      throw new Error(
        `The migration ${entry.migration_name} was changed after it was applied to this database: restore its file, or start with an empty database.`,
      )
    }
  }
  const applied = new Set(history.map((entry) => entry.migration_name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`The migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
