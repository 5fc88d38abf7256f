import { expect, test } from '@playwright/test'
import { inParallel } from '../bench/lib/evening/in-parallel'
import { startApp, type App } from '../scripts/lib/app-process'
import { createDatabase } from '../src/server/db/client'
import { enqueue } from '../src/server/jobs/enqueue'
import { SECRET } from '../tests/factories/moment'
import { buildUser } from '../tests/factories/user'
import { dropTestDatabase, ensureTestDatabase } from '../tests/setup/postgres'
import { keysIn, queueAtDoor, tap } from '../tests/support/door-queue'
import { POSTGRES_URL } from './support/global-setup'

const DATABASE = 'serendip_killed'
const PHONES = 120
const AT_A_TIME = 12
/** So many are in when one instance dies. */
const BEFORE = 30

const undo: (() => Promise<unknown>)[] = []
test.afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function start(databaseUrl: string, dataDir: string): Promise<App> {
  const app = await startApp({ databaseUrl, env: { AUTH_SECRET: SECRET, DATA_DIR: dataDir, LOG_LEVEL: 'silent' } })
  undo.push(() => app.stop())
  return app
}

test('an instance that is killed in the middle of a queue loses nothing it acknowledged; the other one takes the rest', async ({}, testInfo) => {
  test.slow()
  const postgresUrl = process.env[POSTGRES_URL] ?? ''
  const databaseUrl = await ensureTestDatabase(postgresUrl, DATABASE)
  undo.push(() => dropTestDatabase(postgresUrl, DATABASE))
  const db = createDatabase(databaseUrl, 4)
  undo.push(() => db.$disconnect())
  const dying = await start(databaseUrl, testInfo.outputDir)
  const other = await start(databaseUrl, testInfo.outputDir)
  const { event, phones } = await queueAtDoor(db, PHONES, new Date())

  const acknowledged: string[] = []
  let killed: Promise<void> | undefined
  await inParallel(phones, AT_A_TIME, async (phone, place) => {
    const first = place % 2 === 0 ? dying : other
    const answer = await tap(Number(new URL(first.url).port), phone).catch(() => undefined)
    if (answer) {
      expect(answer.status).toBe(303)
      acknowledged.push(phone.key)
    }
    if (acknowledged.length >= BEFORE) killed ??= dying.kill()
  })
  await killed
  expect(acknowledged.length).toBeLessThan(PHONES)
  expect(await keysIn(db, event.id)).toEqual(expect.arrayContaining(acknowledged))

  // Whoever got no answer taps again, and the other instance gives the receipt.
  await inParallel(phones, AT_A_TIME, async (phone) => {
    expect((await tap(Number(new URL(other.url).port), phone)).status).toBe(303)
  })
  expect(await keysIn(db, event.id)).toEqual(phones.map(({ key }) => key).sort())
  expect(await db.user.count({ where: { checkIns: { none: {} } } })).toBe(0)
})

test('an import whose process is killed in the middle leaves nothing, and the next process does all of it', async ({}, testInfo) => {
  test.slow()
  const postgresUrl = process.env[POSTGRES_URL] ?? ''
  const databaseUrl = await ensureTestDatabase(postgresUrl, DATABASE)
  undo.push(() => dropTestDatabase(postgresUrl, DATABASE))
  const db = createDatabase(databaseUrl, 4)
  undo.push(() => db.$disconnect())
  const dying = await start(databaseUrl, testInfo.outputDir)
  const { id: ownerId } = await buildUser(db)
  const people = Array.from({ length: 1_200 }, (_, at) => [`Person ${String(at)}`, `p${String(at)}@example.org`])
  const columns = ['NAME', 'EMAIL'].map((target) => ({ header: '', target, label: '', labelAt: null }))
  const run = { id: 'imp_2222222222222222', ownerId, format: 'CSV', fileName: 'people.csv', state: 'RUNNING', rows: people.length, choices: { columns } } as const
  await db.importRun.create({ data: { ...run, createdAt: new Date(), startedAt: new Date() } })
  await db.importRow.createMany({ data: people.map((cells, at) => ({ runId: run.id, line: at + 2, card: { cells } })) })

  // It is killed while it waits to write how to reach the first five hundred.
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE contact_field IN EXCLUSIVE MODE`
    await enqueue(db, 'run-import', { runId: run.id }, { jobKey: `run-import:${run.id}` })
    await expect.poll(() => db.$queryRaw`SELECT 1 FROM pg_locks WHERE relation = 'contact_field'::regclass AND NOT granted`).toHaveLength(1)
    await dying.kill()
  }, { timeout: 60_000 })
  expect(await db.contact.count()).toBe(0)
  expect(await db.importRun.findMany()).toMatchObject([{ state: 'RUNNING', tries: 1 }])

  await start(databaseUrl, testInfo.outputDir)
  await expect.poll(() => db.importRun.findMany(), { timeout: 60_000 }).toMatchObject([{ state: 'DONE', done: 1_200 }])
  expect(await db.contact.count()).toBe(1_200)
  expect(await db.contactField.count()).toBe(1_200)
})
