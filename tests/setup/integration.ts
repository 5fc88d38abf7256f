import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { createDatabase } from '../../src/server/db/client'
import { dropTestDatabase, ensureTestDatabase } from './postgres'

const postgresUrl = inject('postgresUrl')
const workerId = process.env['VITEST_POOL_ID'] ?? '1'
const workerUrl = await ensureTestDatabase(postgresUrl, `serendip_worker_${workerId}`)

const closers: (() => Promise<void>)[] = []
afterAll(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

let shared: ReturnType<typeof createDatabase> | undefined

/** The address of this worker's database. */
export function testDatabaseUrl(): string {
  return workerUrl
}

/** A client of this worker's database, the same for a whole test file; every test finds it empty. */
export function testDb(): ReturnType<typeof createDatabase> {
  if (shared) return shared
  const client = createDatabase(workerUrl, 10)
  closers.push(() => client.$disconnect())
  shared = client
  return client
}

/**
 * The address of a further, migrated and empty database, for a test that restarts, dumps or
 * migrates it. It is dropped after the file's last test.
 */
export async function anotherDatabase(): Promise<string> {
  const name = `serendip_extra_${randomBytes(6).toString('hex')}`
  closers.push(() => dropTestDatabase(postgresUrl, name))
  return ensureTestDatabase(postgresUrl, name)
}
