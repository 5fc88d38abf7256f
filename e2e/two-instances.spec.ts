import type { Locator } from '@playwright/test'
import { buildEvent, buildMembership } from '../tests/factories/community'
import { buildGuest } from '../tests/factories/evening'
import { buildUser } from '../tests/factories/user'
import type { Instance } from './support/application'
import { expect, expectNoAxeViolations, readQrCode, test as base } from './fixtures'

/** A second process on the database of the first, and what it takes to end and start it again. */
interface Second extends Instance {
  restart(): Promise<void>
}

const test = base.extend<{ readonly second: Second }>({
  second: async ({ app }, use) => {
    let running = await app.another()
    const { url } = running
    await use({
      url,
      stop: () => running.stop(),
      restart: async () => {
        running = await app.another(Number(new URL(url).port))
      },
    })
    await running.stop()
  },
})

const MINUTE_MS = 60_000
const NO_NETWORK = 'No network at this screen'

/** The number above what it counts. */
const figure = (page: { locator(selector: string): Locator }, label: string) =>
  page.locator('dl > div').filter({ hasText: label }).locator('dd')

async function evening(db: Parameters<typeof buildEvent>[0], now: Date) {
  const event = await buildEvent(db, {
    startsAt: new Date(now.getTime() - 60 * MINUTE_MS),
    endsAt: new Date(now.getTime() + 120 * MINUTE_MS),
  })
  const olive = await buildUser(db, { name: 'Olive Organizer' })
  await buildMembership(db, { communityId: event.communityId, userId: olive.id, role: 'ORGANIZER' })
  const { slug } = await db.community.findUniqueOrThrow({ where: { id: event.communityId } })
  return { event, olive, path: `/organize/${slug}/events/${event.id}` }
}

test('the room and the door screen of one instance follow who checks in through another', async ({ desk, phone, clock, db, second }) => {
  test.slow()
  const now = clock.now()
  const { event, olive, path } = await evening(db, now)
  await buildGuest(db, event.id, { user: { name: 'Waiting Newcomer' }, at: new Date(now.getTime() - 40 * MINUTE_MS) })

  const room = await desk({ as: olive })
  await room.goto(`${path}/room`)
  await expect(figure(room, 'Here now')).toHaveText('1')
  await expect(room.getByRole('heading', { name: 'Waiting Newcomer' })).toBeVisible()
  await expectNoAxeViolations(room)
  const door = await desk({ as: olive })
  await door.goto(`/door/${event.id}`)
  await expect(door.getByTestId('arrivals')).toHaveText('1')

  // The code stands on a screen of the first; the phone opens it at the second.
  const code = new URL(await readQrCode(await door.screenshot()))
  const noor = await phone()
  await noor.goto(`${second.url}${code.pathname}`)
  await noor.getByLabel('Your name').fill('Noor Haddad')
  await noor.getByLabel('Your e-mail').fill('noor@example.org')
  await noor.getByRole('button', { name: 'Check in' }).click()
  await expect(noor.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  await expect(door.getByTestId('arrivals')).toHaveText('2')
  await expect(figure(room, 'Here now')).toHaveText('2')

  // One host walks over; the page of another, at the other instance, puts the newcomer aside.
  const elsewhere = await phone({ as: olive })
  await elsewhere.goto(`${second.url}${path}/room`)
  await elsewhere.getByRole('button', { name: 'I walked over' }).click()
  await expect(elsewhere.getByText('Nobody is waiting')).toBeVisible()
  await expect(room.getByText('Nobody is waiting')).toBeVisible()
  await room.getByText('One newcomer somebody walked over to').click()
  await room.getByRole('button', { name: 'Not yet, after all' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Waiting Newcomer' })).toBeVisible()
  await expectNoAxeViolations(elsewhere)
})

test('a newcomer comes up in the room by the clock alone', async ({ phone, clock, db }) => {
  const now = clock.now()
  const { event, olive, path } = await evening(db, now)
  await buildGuest(db, event.id, { user: { name: 'Lena Vogt' }, at: new Date(now.getTime() - 30 * MINUTE_MS + 8_000) })
  const room = await phone({ as: olive })
  await room.goto(`${path}/room`)
  await expect(room.getByText('Nobody is waiting')).toBeVisible()
  await expect(room.getByRole('heading', { name: 'Lena Vogt' })).toBeVisible()
})

test('a door screen whose server is gone says so, shows no old code, and comes back by itself', async ({ desk, clock, db, second }) => {
  test.slow()
  const { event, olive } = await evening(db, clock.now())
  const door = await desk({ as: olive, expected: [/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/] })
  await door.clock.install()
  await door.goto(`${second.url}/door/${event.id}`)
  await expect(door.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expect(door.getByText(/^Next code in \d+ s$/)).toBeVisible()

  await second.stop()
  await expect(door.getByText(NO_NETWORK)).toBeVisible()
  await expect(door.getByText(/^This code is good for \d+ s more$/)).toBeVisible()
  await expectNoAxeViolations(door)
  // A laptop that slept wakes up: more than any code lasts has gone by.
  await door.clock.fastForward(61_000)
  await expect(door.getByText('No code just now. Please ask a host to check you in.')).toBeVisible()
  await expect(door.getByRole('img', { name: /^QR code/ })).toHaveCount(0)
  await buildGuest(db, event.id)

  await second.restart()
  await door.clock.fastForward(10_000)
  await expect(door.getByText(NO_NETWORK)).toHaveCount(0)
  await expect(door.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expect(door.getByTestId('arrivals')).toHaveText('1')
})
