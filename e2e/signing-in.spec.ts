import { issueClaim } from '../src/server/services/door/claim'
import { doorCode } from '../src/server/services/door/door-code'
import { buildEvent } from '../tests/factories/community'
import { SECRET } from '../tests/factories/moment'
import { buildProfile } from '../tests/factories/profile'
import { buildDoorGuest, buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

const OWNER = 'owner@example.org'

/** An event whose door is open by the application's clock. */
function openEvent(db: Parameters<typeof buildEvent>[0], now: Date) {
  return buildEvent(db, {
    startsAt: new Date(now.getTime() - 3_600_000),
    endsAt: new Date(now.getTime() + 7_200_000),
    name: 'Open Table',
  })
}

test('the owner of an address takes back what somebody typed at the door with it', async ({
  phone,
  db,
  clock,
  inbox,
}) => {
  await buildUser(db, { email: OWNER, name: 'The Owner' })
  const event = await openEvent(db, clock.now())

  // Somebody checks in with the owner's address, and is in, as somebody else.
  const stranger = await phone({ expected: [/status of 4\d\d/] })
  await stranger.goto(`/c/${doorCode(SECRET, event.id, clock.now())}`)
  await stranger.getByLabel('Your name').fill('Not The Owner')
  await stranger.getByLabel('Your e-mail').fill(OWNER)
  await stranger.getByRole('button', { name: 'Check in' }).click()
  await expect(stranger.getByText('Your first time', { exact: false })).toBeVisible()
  await stranger.goto('/profile')
  await expect(stranger.getByLabel('Your name')).toHaveValue('Not The Owner')

  // The mail goes to the owner. Opening its link signs nobody in; the button does.
  const mail = await inbox.next({ to: OWNER })
  const owner = await phone()
  const link = mail.links.find((url) => url.includes('/sign-in/confirm')) ?? ''
  await owner.goto(link)
  expect(await owner.context().cookies()).toEqual([])
  await expectNoAxeViolations(owner)
  await owner.getByRole('button', { name: 'Sign in' }).click()

  // The door's session ends; what it left is shown, to be kept or not.
  await expect(owner.getByRole('heading', { level: 1, name: 'Was this you?' })).toBeVisible()
  await expect(owner.getByText('Not The Owner')).toBeVisible()
  await expectNoAxeViolations(owner)
  await stranger.goto('/profile')
  await expect(stranger).toHaveURL(/sign-in/)
  await owner.getByRole('button', { name: 'Not me: discard' }).click()
  await expect(owner.getByRole('heading', { name: 'Was this you?' })).toHaveCount(0)
  expect(await db.user.count()).toBe(1)
  expect(await db.checkIn.count()).toBe(0)

  // The link has been used.
  const again = await phone()
  await again.goto(link)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await expect(again.getByText('does not work any more', { exact: false })).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test(`signing in by code ${javaScriptEnabled ? 'with' : 'without'} scripts, and out`, async ({ phone, db, inbox }) => {
    const user = await buildUser(db, { email: OWNER, name: 'Ada Example' })
    await buildProfile(db, { userId: user.id })
    const page = await phone({ javaScriptEnabled })
    await page.goto('/sign-in?next=/profile')
    await expectNoAxeViolations(page)
    await page.getByLabel('Your e-mail').first().fill(OWNER)
    await page.getByRole('button', { name: 'Send me a link and a code' }).click()
    const code = /\b\d{6}\b/.exec((await inbox.next({ to: OWNER })).text)?.[0] ?? ''
    // Another field of that name waits, folded away, for those who bring a code along.
    await page.getByLabel('The code in the mail').filter({ visible: true }).fill(code)
    await page.getByRole('button', { name: 'Sign in' }).filter({ visible: true }).click()
    await expect(page).toHaveURL(/\/profile$/)
    await expect(page.getByLabel('Your name')).toHaveValue('Ada Example')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).not.toHaveURL(/profile/)
    await page.goto('/profile')
    await expect(page).toHaveURL(/sign-in/)
    expect(await db.session.count()).toBe(0)
  })
}

test('what goes wrong at the door is one sentence', async ({ phone, db, clock }) => {
  const now = clock.now()
  const event = await openEvent(db, now)
  const page = await phone({ javaScriptEnabled: false, expected: [/status of 4\d\d/] })

  await page.goto('/c/not-a-code')
  await expect(page.getByRole('alert')).toContainText('not a door code of ours')
  await page.goto(`/c/${doorCode(SECRET, event.id, new Date(now.getTime() - 300_000))}`)
  await expect(page.getByRole('alert')).toContainText('Scan the one that is on the screen now')
  await expectNoAxeViolations(page)

  // An impossible address: the page again, with what was typed, and nothing left behind.
  await page.goto(`/c/${doorCode(SECRET, event.id, now)}`)
  await page.getByLabel('Your name').fill('نور حداد 👩‍🚀')
  await page.getByLabel('Your e-mail').fill('noor@localhost')
  await page.getByRole('button', { name: 'Check in' }).click()
  await expect(page.getByRole('alert')).toContainText('not an e-mail address')
  await expect(page.getByLabel('Your name')).toHaveValue('نور حداد 👩‍🚀')
  await expectNoAxeViolations(page)
  expect(await db.user.count()).toBe(0)
  await page.getByLabel('Your e-mail').fill('noor@example.org')
  await page.getByRole('button', { name: 'Check in' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in.' })).toBeVisible()
})

test('back and reload at the door lead on, and count once', async ({ phone, db, clock }) => {
  const event = await openEvent(db, clock.now())
  const page = await phone({ javaScriptEnabled: false })
  const code = `/c/${doorCode(SECRET, event.id, clock.now())}`
  await page.goto(code)
  await page.getByLabel('Your name').fill('Ada Example')
  await page.getByLabel('Your e-mail').fill('ada@example.org')
  await page.getByRole('button', { name: 'Check in' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in.' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('You are in already.')).toBeVisible()
  // The code on the screen has changed meanwhile; this phone has opened it in time.
  await clock.move({ minutes: 5 })
  await page.reload()
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in.' })).toBeVisible()
  expect(await db.checkIn.count()).toBe(1)
})

test('the check-in page is one request of at most 14 kB, and sets no script to work', async ({ db, clock, app }) => {
  const event = await openEvent(db, clock.now())
  const answer = await fetch(`${app.url}/c/${doorCode(SECRET, event.id, clock.now())}`)
  const page = await answer.text()
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(14 * 1024)
  expect(page).not.toMatch(/<script|<link|<img|src=|url\(/i)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('another site’s page cannot check anybody in or sign anybody in', async ({ db, clock, app }) => {
  const event = await openEvent(db, clock.now())
  const guest = await buildDoorGuest(db)
  const form = new URLSearchParams({ claim: issueClaim(SECRET, event.id, clock.now()), name: 'X', email: 'x@example.org' })
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as const) {
    const sent = { method: 'POST', body: form, headers: new Headers(Object.entries(headers)) }
    expect((await fetch(`${app.url}/c/x`, sent)).status).toBe(403)
    expect((await fetch(`${app.url}/api/auth/callback/email`, sent)).status).toBe(403)
  }
  expect((await fetch(`${app.url}/api/auth/callback/email?token=x`)).status).toBe(405)
  expect(await db.user.findMany({ select: { id: true } })).toEqual([{ id: guest.id }])
})
