import { buildEvent, buildMembership } from '../tests/factories/community'
import { buildDoorGrant } from '../tests/factories/door'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, readQrCode, test } from './fixtures'

const HOUR_MS = 3_600_000

async function evening(db: Parameters<typeof buildEvent>[0], now: Date) {
  const event = await buildEvent(db, {
    name: 'Open Table',
    startsAt: new Date(now.getTime() - HOUR_MS),
    endsAt: new Date(now.getTime() + 2 * HOUR_MS),
  })
  const olive = await buildUser(db, { name: 'Olive Organizer' })
  await buildMembership(db, { communityId: event.communityId, userId: olive.id, role: 'ORGANIZER' })
  const { slug } = await db.community.findUniqueOrThrow({ where: { id: event.communityId } })
  return { event, olive, hub: `/organize/${slug}/events/${event.id}` }
}

/** How many pages a PDF has: its page objects stand in it uncompressed. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('a door screen without a network says so, and comes back by itself with a new code', async ({ desk, clock, db }) => {
  const { event, olive } = await evening(db, clock.now())
  const door = await desk({ as: olive, expected: [/ERR_INTERNET_DISCONNECTED/] })
  await door.goto(`/door/${event.id}`)
  await expect(door.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expectNoAxeViolations(door)
  await door.context().setOffline(true)
  await expect(door.getByText('No network at this screen')).toBeVisible()
  await expect(door.getByText('Leave this page open', { exact: false })).toBeVisible()
  await expectNoAxeViolations(door)
  await door.context().setOffline(false)
  await expect(door.getByText('No network at this screen')).toHaveCount(0)
  expect(await readQrCode(await door.screenshot())).toContain('/c/')
})

test('a screen that the device does not keep on says so in a sentence', async ({ phone, clock, db }) => {
  const { event, olive } = await evening(db, clock.now())
  const door = await phone({ as: olive })
  const sentence = door.getByText('set it to stay on', { exact: false })
  await door.addInitScript(() => {
    Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new Error('refused')) } })
  })
  await door.goto(`/door/${event.id}`)
  await door.getByText('For hosts').click()
  await expect(sentence).toBeVisible()
  await expectNoAxeViolations(door)
})

test('a host for the night finds the scanner at the door, and no organizer’s page', async ({ phone, clock, db }) => {
  const { event } = await evening(db, clock.now())
  const volunteer = await buildUser(db, { name: 'Vera Volunteer' })
  await buildDoorGrant(db, { eventId: event.id, userId: volunteer.id })
  const door = await phone({ as: volunteer })
  await door.goto(`/door/${event.id}`)
  await expect(door.getByTestId('arrivals')).toHaveText('0')
  await door.getByText('For hosts').click()
  for (const name of ['Scanner', 'Badges', 'Poster']) await expect(door.getByRole('link', { name })).toBeVisible()
  await expect(door.locator('a[href^="/organize"]')).toHaveCount(0)
})

test('a poster: chosen with open eyes, printed on one page, and worthless when a new one is made', async ({ desk, phone, clock, db }) => {
  test.slow()
  const { event, olive, hub } = await evening(db, clock.now())
  const page = await desk({ as: olive })
  await page.goto(hub)
  await expectNoAxeViolations(page)
  await page.getByRole('navigation', { name: 'This evening' }).getByRole('link', { name: 'Poster' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is nothing to print')
  await expect(page.getByText('can check in from anywhere while the door is open', { exact: false })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Use a printed poster for this evening' }).click()
  await expect(page.getByText('Point your phone’s camera here')).toBeVisible()
  await expectNoAxeViolations(page)

  for (const format of ['A4', 'Letter'] as const) {
    expect(pagesOf(await page.pdf({ format, printBackground: false })), `pages on ${format}`).toBe(1)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print it' })).toBeHidden()
  const first = await readQrCode(await page.locator('.poster-sheet').screenshot())
  await page.emulateMedia({ media: 'screen' })

  // The door screen shows the same code, and a phone that scans it is in.
  const door = await desk({ as: olive })
  await door.goto(`/door/${event.id}`)
  expect(await readQrCode(await door.screenshot())).toBe(first)
  await expect(door.getByText(/^Next code in/)).toHaveCount(0)
  const noor = await phone()
  await noor.goto(first)
  await noor.getByLabel('Your name').fill('Noor Haddad')
  await noor.getByLabel('Your e-mail').fill('noor@example.org')
  await noor.getByRole('button', { name: 'Check in' }).click()
  await expect(noor.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  await expect(door.getByTestId('arrivals')).toHaveText('1')

  await page.getByText('A new poster', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, make a new poster' }).click()
  await expect(async () => {
    expect(await readQrCode(await page.locator('.poster-sheet').screenshot())).not.toBe(first)
  }).toPass()
  await expect(async () => {
    expect(await readQrCode(await door.screenshot())).not.toBe(first)
  }).toPass()
  const sami = await phone({ expected: [/410/] })
  await sami.goto(first)
  await expect(sami.getByRole('alert')).toContainText('This poster is not in use any more.')
})
