import { expect, test } from '@playwright/test'
import { inParallel } from '../bench/lib/evening/in-parallel'
import { startApp, type App } from '../scripts/lib/app-process'
import { createDatabase } from '../src/server/db/client'
import { SECRET } from '../tests/factories/moment'
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
