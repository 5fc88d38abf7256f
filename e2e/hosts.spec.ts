import { buildEvent, buildMembership } from '../tests/factories/community'
import { buildCheckIn } from '../tests/factories/evening'
import { SECRET } from '../tests/factories/moment'
import { buildProfile } from '../tests/factories/profile'
import { buildUser } from '../tests/factories/user'
import { slipHashOf, slipOf } from '../src/server/lib/slip'
import { newId } from '../src/server/lib/tokens'
import { expect, expectNoAxeViolations, readQrCode, test } from './fixtures'

const HOUR_MS = 3_600_000
type Db = Parameters<typeof buildEvent>[0]

function runningEvent(db: Db, now: Date) {
  return buildEvent(db, {
    name: 'Open Table',
    startsAt: new Date(now.getTime() - HOUR_MS),
    endsAt: new Date(now.getTime() + 2 * HOUR_MS),
  })
}

/** Somebody whom a host wrote down tonight. */
async function walkIn(db: Db, now: Date) {
  const event = await runningEvent(db, now)
  const id = newId('user')
  await buildUser(db, { id, name: 'Maria', email: null, emailVerified: null, slipHash: slipHashOf(SECRET, id) })
  await buildCheckIn(db, { eventId: event.id, userId: id, at: now, method: 'WALK_IN' })
  return { event, id, slip: slipOf(SECRET, id) }
}

test('an organizer lets a volunteer scan a code: a name, and they are at the door, until it is taken back', async ({
  desk,
  phone,
  db,
  clock,
}) => {
  const event = await runningEvent(db, clock.now())
  const olga = await buildUser(db, { name: 'Olga' })
  await buildMembership(db, { communityId: event.communityId, userId: olga.id, role: 'ORGANIZER' })
  const { slug } = await db.community.findUniqueOrThrow({ where: { id: event.communityId } })

  const organizer = await desk({ as: olga })
  await organizer.goto(`/organize/${slug}/events/${event.id}/hosts`)
  await expect(organizer.getByText('Nobody is invited yet')).toBeVisible()
  await expectNoAxeViolations(organizer)
  await organizer.getByLabel('Whom is it for?').fill('Sam, at the side entrance')
  await organizer.getByRole('button', { name: 'Invite a host' }).click()
  const code = organizer.getByRole('img', { name: /QR code that makes whoever scans it a host/ })
  await expect(code).toBeVisible()
  await expect(organizer.getByText('It works once, for whoever opens it first', { exact: false })).toBeVisible()
  await expect(organizer.getByText(/^Waiting since/)).toBeVisible()
  await expectNoAxeViolations(organizer)
  const link = await readQrCode(await code.screenshot())
  await expect(organizer.getByLabel('The link')).toHaveValue(link)
  const path = new URL(link).pathname

  // A second phone, signed out, without any account. Opening the link makes nothing.
  const volunteer = await phone({ expected: [/status of 4\d\d/] })
  await volunteer.goto(path)
  await expect(volunteer.getByRole('heading', { level: 1 })).toHaveText('Will you help at the door of Open Table?')
  await expectNoAxeViolations(volunteer)
  expect(await db.doorGrant.count({ where: { userId: null } })).toBe(1)
  await volunteer.getByLabel('Your name').fill('Sam Side')
  await volunteer.getByRole('button', { name: 'I’m helping tonight' }).click()
  await volunteer.waitForURL(`**/door/${event.id}/scan`)
  await volunteer.goto('/')
  await expect(volunteer.getByRole('heading', { name: 'You are a host' })).toBeVisible()
  await expect(volunteer.getByRole('link', { name: 'Open the scanner of Open Table' })).toBeVisible()
  await expectNoAxeViolations(volunteer)
  await volunteer.getByRole('link', { name: 'Open the door screen of Open Table' }).click()
  await expect(volunteer.getByRole('img', { name: /QR code that opens the check-in page/ })).toBeVisible()

  // The link has been used: a third phone is told so, the second is led on.
  const third = await phone({ expected: [/status of 4\d\d/] })
  await third.goto(path)
  await expect(third.getByText('Somebody has used this link already', { exact: false })).toBeVisible()
  await expectNoAxeViolations(third)
  await volunteer.goto(path)
  await expect(volunteer.getByText('You are a host here already.')).toBeVisible()

  // Taken back: nothing opens any more.
  await organizer.reload()
  await expect(organizer.getByText(/^Accepted by Sam Side at/)).toBeVisible()
  await organizer.getByText('Take it back Sam Side').click()
  await organizer.getByRole('button', { name: 'Yes, take it back' }).click()
  await expect(organizer.getByText(/^Sam Side was a host here until/)).toBeVisible()
  await expectNoAxeViolations(organizer)
  await volunteer.goto(`/door/${event.id}`)
  await expect(volunteer.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
  await volunteer.goto(path)
  await expect(volunteer.getByText('The organizer has taken this invitation back', { exact: false })).toBeVisible()
})

test('an invitation is accepted and taken back without scripts', async ({ phone, desk, db, clock }) => {
  const event = await runningEvent(db, clock.now())
  const olga = await buildUser(db, { name: 'Olga' })
  await buildMembership(db, { communityId: event.communityId, userId: olga.id, role: 'ORGANIZER' })
  const { slug } = await db.community.findUniqueOrThrow({ where: { id: event.communityId } })
  const organizer = await desk({ as: olga, javaScriptEnabled: false })
  await organizer.goto(`/organize/${slug}/events/${event.id}/hosts`)
  await organizer.getByRole('button', { name: 'Invite a host' }).click()
  const path = new URL(await organizer.getByLabel('The link').inputValue()).pathname
  const member = await buildUser(db, { name: 'Ben' })
  const helper = await phone({ as: member, javaScriptEnabled: false, expected: [/status of 4\d\d/] })
  await helper.goto(path)
  await expect(helper.getByText('You are signed in as Ben.')).toBeVisible()
  await helper.getByRole('button', { name: 'I’m helping tonight' }).click()
  await helper.waitForURL(`**/door/${event.id}/scan`)
  expect(await db.doorGrant.findMany()).toMatchObject([{ userId: member.id }])
})

test('a slip: used on the first phone for tonight, then kept from there with a proved address', async ({
  phone,
  db,
  clock,
  inbox,
}) => {
  const { event, id, slip } = await walkIn(db, clock.now())
  const first = await phone()
  await first.goto(`/slip/${slip}`)
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Hello Maria')
  await expect(first.getByText('You came to Open Table', { exact: false })).toBeVisible()
  await expectNoAxeViolations(first)
  await first.getByRole('button', { name: 'Use it on this phone tonight' }).click()
  await first.waitForURL(`**/evening/${event.id}/hello`)
  await first.goto(`/slip/${slip}`)
  await expect(first.getByText('This evening is open on this phone.')).toBeVisible()

  // Another phone can neither use it nor keep it.
  const second = await phone({ expected: [/status of 4\d\d/] })
  await second.goto(`/slip/${slip}`)
  await expect(second.getByRole('button', { name: 'Use it on this phone tonight' })).toHaveCount(0)
  await expect(second.getByText('This slip is in use on a phone already.', { exact: false })).toBeVisible()
  await expectNoAxeViolations(second)

  // Signing in by mail from the first leads back to the slip, and keeps it.
  await first.getByRole('link', { name: 'Sign in with your e-mail to keep this evening' }).click()
  await first.getByLabel('Your e-mail').first().fill('maria@example.org')
  await first.getByRole('button', { name: 'Send me a link and a code' }).click()
  const digits = /\b\d{6}\b/.exec((await inbox.next({ to: 'maria@example.org' })).text)?.[0] ?? ''
  await first.getByLabel('The code in the mail').filter({ visible: true }).fill(digits)
  await first.getByRole('button', { name: 'Sign in' }).filter({ visible: true }).click()
  await first.getByLabel('Your name').fill('Maria M.')
  await first.getByRole('button', { name: 'Go on' }).click()
  await first.waitForURL(`**/slip/${slip}?own=*`)
  await expectNoAxeViolations(first)
  await first.getByRole('button', { name: 'This was me' }).click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Tonight: Open Table')
  expect(await db.user.findUnique({ where: { id } })).toBeNull()
  expect(await db.checkIn.findMany({ select: { user: { select: { email: true, name: true } } } })).toEqual([
    { user: { email: 'maria@example.org', name: 'Maria M.' } },
  ])

  await second.goto(`/slip/${slip}`)
  await expect(second.getByText('It has been used already, or it is not one of ours', { exact: false })).toBeVisible()
  await expectNoAxeViolations(second)
})

test('neither an invitation nor a slip is kept by a cache or told to another site', async ({ phone, db, clock }) => {
  const { slip } = await walkIn(db, clock.now())
  const page = await phone()
  for (const path of [`/slip/${slip}`, `/host/${slip}`]) {
    const answer = await page.goto(path)
    expect(answer?.headers()).toMatchObject({ 'cache-control': expect.stringContaining('no-store'), 'referrer-policy': 'same-origin' })
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  }
})

test('at the narrowest phone nothing of these pages is wider than the screen', async ({ phone, db, clock }) => {
  const { event, slip } = await walkIn(db, clock.now())
  const olga = await buildUser(db, { name: 'Olga' })
  await buildProfile(db, { userId: olga.id })
  await buildMembership(db, { communityId: event.communityId, userId: olga.id, role: 'ORGANIZER' })
  const { slug } = await db.community.findUniqueOrThrow({ where: { id: event.communityId } })
  const page = await phone({ as: olga, colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 640 })
  const hosts = `/organize/${slug}/events/${event.id}/hosts`
  for (const path of [hosts, `/slip/${slip}`, `/door/${event.id}/badges?format=card`, `/door/${event.id}/badges?format=a4x8`]) {
    await page.goto(path)
    if (path === hosts) {
      await page.getByRole('button', { name: 'Invite a host' }).click()
      await expect(page.getByLabel('The link')).toBeVisible()
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await expectNoAxeViolations(page)
  }
})
