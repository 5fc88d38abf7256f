import { afterEach, expect, it } from 'vitest'
import { createDatabase } from '@/server/db/client'
import { keysIn, queueAtDoor, tap, type DoorPhone } from '../../support/door-queue'
import { startDoor } from '../../support/door-server'
import { startCuttingProxy } from '../../support/cutting-proxy'
import { testDatabaseUrl, testDb } from '../../setup/integration'

const db = testDb()
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Cuts off the first answer to something like this, and no other. */
function once(asked: RegExp): (sent: string) => boolean {
  let cut = false
  return (sent) => {
    const now = !cut && asked.test(sent)
    cut ||= now
    return now
  }
}

const [MEMBER, NEWCOMER] = [0, 3] as const

it.each([
  ['somebody signed in', MEMBER],
  ['a newcomer', NEWCOMER],
])('%s whose phone lost the answer gets the same receipt by tapping again, and one row', async (_, place) => {
  const { event, phones } = await queueAtDoor(db, 4)
  const phone = phoneAt(phones, place)
  const door = await startDoor(db)
  undo.push(() => door.close())
  const network = await startCuttingProxy(door.port, once(/^POST /))
  undo.push(() => network.close())

  await expect(tap(network.port, phone)).rejects.toThrow(/fetch failed/)
  expect(network.cuts).toBe(1)
  expect(await keysIn(db, event.id)).toEqual([phone.key])
  const first = await db.checkIn.findFirstOrThrow({ where: { eventId: event.id } })

  const again = await tap(network.port, phone)
  expect(again.status).toBe(303)
  expect(again.headers.get('location')).toBe(`/in/${event.id}`)
  expect(await db.checkIn.findMany({ where: { eventId: event.id } })).toEqual([first])
  expect(await db.user.count({ where: { doorEmail: phone.key } })).toBe(place === NEWCOMER ? 1 : 0)
})

it.each([
  ['somebody signed in', MEMBER],
  ['a newcomer', NEWCOMER],
])('%s notices nothing when the application itself lost the database’s answer to the check-in', async (_, place) => {
  const { event, phones } = await queueAtDoor(db, 4)
  const phone = phoneAt(phones, place)
  const url = new URL(testDatabaseUrl())
  const network = await startCuttingProxy(Number(url.port), once(/INSERT INTO check_in/))
  undo.push(() => network.close())
  url.port = String(network.port)
  const far = createDatabase(url.href, 4)
  undo.push(() => far.$disconnect())
  const door = await startDoor(far)
  undo.push(() => door.close())

  const answer = await tap(door.port, phone)
  expect(network.cuts).toBe(1)
  expect(answer.status).toBe(303)
  expect(await keysIn(db, event.id)).toEqual([phone.key])
  expect(await db.user.count({ where: { doorEmail: phone.key } })).toBe(place === NEWCOMER ? 1 : 0)
})

function phoneAt(phones: readonly DoorPhone[], place: number): DoorPhone {
  const phone = phones[place]
  if (!phone) throw new Error('There are fewer phones.')
  return phone
}
