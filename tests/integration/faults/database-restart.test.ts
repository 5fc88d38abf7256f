import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase } from '@/server/db/client'
import { startEmbeddedServer, type EmbeddedServer } from '@/server/db/embedded'
import { applyMigrations } from '../../../scripts/lib/migrate'
import { inParallel } from '../../../bench/lib/evening/in-parallel'
import { keysIn, queueAtDoor, tap } from '../../support/door-queue'
import { startDoor, type DoorServer } from '../../support/door-server'

const PHONES = 80
const AT_A_TIME = 12
/** So many are in when the server goes. */
const BEFORE = 20

let dataDir = ''
let server: EmbeddedServer
let db: ReturnType<typeof createDatabase>
let door: DoorServer

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'serendip-restart-'))
  // Root runs PostgreSQL as another user, who has to reach the directory inside this one.
  await chmod(dataDir, 0o755)
  // Unlike that of other tests it flushes every commit: what it acknowledged must outlive it.
  server = await startEmbeddedServer({ dataDir })
  await server.ensureDatabase('restarted')
  await applyMigrations(server.url('restarted'))
  db = createDatabase(server.url('restarted'), 10)
  door = await startDoor(db)
}, 60_000)

afterAll(async () => {
  await door.close()
  await db.$disconnect()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function postmaster(): Promise<number> {
  const [row] = await db.$queryRaw<{ directory: string }[]>`SELECT current_setting('data_directory') AS directory`
  return Number((await readFile(path.join(row?.directory ?? '', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

// SIGQUIT is PostgreSQL's immediate shutdown: connections are cut in the middle of whatever they do.
it.each(['SIGQUIT', 'SIGKILL'] as const)(
  'a database that ends by %s in the middle of a queue and comes back costs nobody anything',
  async (signal) => {
    const { event, phones } = await queueAtDoor(db, PHONES)
    const pid = await postmaster()
    let restarted: Promise<EmbeddedServer> | undefined
    const statuses: number[] = []
    await inParallel(phones, AT_A_TIME, async (phone) => {
      statuses.push((await tap(door.port, phone)).status)
      if (statuses.length < BEFORE || restarted) return
      process.kill(pid, signal)
      restarted = startEmbeddedServer({ dataDir, port: server.port })
    })
    server = (await restarted) ?? server

    // All were answered with the receipt, those too whose statement was under way: it was repeated.
    expect(statuses).toEqual(phones.map(() => 303))
    const keys = phones.map(({ key }) => key).sort()
    expect(await keysIn(db, event.id)).toEqual(keys)
    expect(await db.user.count({ where: { checkIns: { none: {} } } })).toBe(0)

    // Who taps once more, not knowing, gets the receipt and nothing else happens.
    await inParallel(phones, AT_A_TIME, async (phone) => {
      expect((await tap(door.port, phone)).headers.get('location')).toBe(`/in/${event.id}`)
    })
    expect(await keysIn(db, event.id)).toEqual(keys)
  },
  60_000,
)
