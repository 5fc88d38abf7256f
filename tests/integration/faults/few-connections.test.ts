import { randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { createDatabase } from '@/server/db/client'
import { keysIn, queueAtDoor, tap } from '../../support/door-queue'
import { startDoor } from '../../support/door-server'
import { testDatabaseUrl, testDb } from '../../setup/integration'

const db = testDb()
const PHONES = 200
const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

it('two connections serve two hundred phones at once, one after the other', async () => {
  const few = createDatabase(testDatabaseUrl(), 2)
  undo.push(() => few.$disconnect())
  const door = await startDoor(few)
  undo.push(() => door.close())
  const { event, phones } = await queueAtDoor(db, PHONES)
  const answers = await Promise.all(phones.map((phone) => tap(door.port, phone)))
  expect(answers.map(({ status }) => status)).toEqual(phones.map(() => 303))
  expect(await keysIn(db, event.id)).toEqual(phones.map(({ key }) => key).sort())
})

/** Somebody who gets no more than so many connections: the server refuses further ones as when it has none left. */
async function limitedTo(connections: number): Promise<string> {
  const role = `few_${randomBytes(6).toString('hex')}`
  const owner = decodeURIComponent(new URL(testDatabaseUrl()).username)
  await db.$executeRawUnsafe(
    `CREATE ROLE ${role} LOGIN PASSWORD '${role}' CONNECTION LIMIT ${String(connections)} IN ROLE ${owner}`,
  )
  undo.push(() => db.$executeRawUnsafe(`DROP ROLE ${role}`))
  const url = new URL(testDatabaseUrl())
  url.username = role
  url.password = role
  return url.href
}

it('pools that together want more connections than the server has queue for them, without an error', async () => {
  const url = await limitedTo(5)
  const instances = [createDatabase(url, 10), createDatabase(url, 10)]
  undo.push(() => Promise.all(instances.map((instance) => instance.$disconnect())))
  const { event, phones } = await queueAtDoor(db, 80)
  const statuses: number[] = []
  // The handlers of this process know one instance at a time; the other one is busy beside it.
  for (const [half, instance] of instances.entries()) {
    const busy = instances
      .filter((other) => other !== instance)
      .flatMap((other) => Array.from({ length: 20 }, () => other.$queryRaw`SELECT pg_sleep(0.05)::text`))
    const door = await startDoor(instance)
    const crowd = phones.filter((_, place) => place % 2 === half)
    const answers = await Promise.all(crowd.map((phone) => tap(door.port, phone)))
    statuses.push(...answers.map(({ status }) => status))
    await Promise.all(busy)
    await door.close()
  }
  expect(statuses).toEqual(phones.map(() => 303))
  expect(await keysIn(db, event.id)).toEqual(phones.map(({ key }) => key).sort())
}, 60_000)
