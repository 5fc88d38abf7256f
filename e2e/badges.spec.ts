import type { Page } from '@playwright/test'
import { passOf } from '../src/server/lib/pass'
import { slipHashOf, slipOf } from '../src/server/lib/slip'
import { newId } from '../src/server/lib/tokens'
import { buildEvent, buildMembership } from '../tests/factories/community'
import { buildDoorGrant, buildRsvp } from '../tests/factories/door'
import { buildCheckIn, buildGuest } from '../tests/factories/evening'
import { SECRET } from '../tests/factories/moment'
import { giveInterests } from '../tests/factories/profile'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, readQrCodes, test } from './fixtures'

const HOUR_MS = 3_600_000
const MM_PER_POINT = 25.4 / 72
const PX_PER_MM = 96 / 25.4
const DOUBLE = 'Calliope Vassilopoulou-Featherstonehaugh'
const INTERESTS = ['beekeeping', 'bread', 'chess']
type Db = Parameters<typeof buildEvent>[0]

/** The size of each page of what the browser prints, in millimetres. */
async function printedPages(page: Page): Promise<readonly (readonly [number, number])[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  // Chromium writes a page's own dictionary plainly; only what is drawn on it is compressed.
  const boxes = [...pdf.matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map(([, box = '']) => box.trim().split(/\s+/).map(Number))
  return boxes.map(([left = 0, top = 0, right = 0, bottom = 0]) => [(right - left) * MM_PER_POINT, (bottom - top) * MM_PER_POINT])
}

async function evening(db: Db, now: Date) {
  const event = await buildEvent(db, {
    name: 'Open Table',
    startsAt: new Date(now.getTime() - HOUR_MS),
    endsAt: new Date(now.getTime() + 2 * HOUR_MS),
  })
  const host = await buildUser(db, { name: 'Hanna' })
  await buildDoorGrant(db, { eventId: event.id, userId: host.id })
  return { event, host }
}

async function walkIn(db: Db, eventId: string, name: string, at: Date) {
  const id = newId('user')
  await buildUser(db, { id, name, email: null, emailVerified: null, slipHash: slipHashOf(SECRET, id) })
  await buildCheckIn(db, { eventId, userId: id, at, method: 'WALK_IN' })
  return id
}

const SIZES = [
  { format: 'roll', width: 62, height: 100, perPage: 1 },
  { format: 'card', width: 101.6, height: 76.2, perPage: 1 },
  { format: 'a4x8', width: 210, height: 297, perPage: 8 },
  { format: 'a4x10', width: 210, height: 297, perPage: 10 },
  { format: 'a4x24', width: 210, height: 297, perPage: 24 },
] as const

test('badges are printed on the paper that was chosen, as many on a page as it holds', async ({ desk, db, clock }) => {
  const { event, host } = await evening(db, clock.now())
  for (let guest = 1; guest <= 9; guest += 1) {
    await buildGuest(db, event.id, { user: { name: `Guest ${String(guest)}` }, at: clock.now() })
  }
  await walkIn(db, event.id, 'Maria', clock.now())
  const page = await desk({ as: host })
  for (const { format, width, height, perPage } of SIZES) {
    await page.goto(`/door/${event.id}/badges?format=${format}`)
    await expect(page.getByText('10 badges, 1 slip on', { exact: false })).toBeVisible()
    const pages = await printedPages(page)
    expect(pages).toHaveLength(Math.ceil(11 / perPage))
    for (const [across, down] of pages) {
      expect(Math.abs(across - width)).toBeLessThan(0.5)
      expect(Math.abs(down - height)).toBeLessThan(0.5)
    }
  }
})

test('a badge says name, visit and interests, its code opens the pass; nothing else is printed', async ({ desk, db, clock }) => {
  const { event, host } = await evening(db, clock.now())
  const noor = await buildGuest(db, event.id, {
    user: { name: 'Noor Haddad' },
    profile: { headline: 'Keeps bees', ask: 'a gardener' },
    interests: ['beekeeping', 'bread', 'chess', 'dancing'],
    at: clock.now(),
  })
  const hidden = await buildGuest(db, event.id, { user: { name: 'Hidden Person' }, profile: { visible: false }, interests: ['zither'], at: clock.now() })
  const maria = await walkIn(db, event.id, 'Maria', clock.now())
  const page = await desk({ as: host })
  for (const { format } of SIZES) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`/door/${event.id}/badges?format=${format}`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
    const badge = page.getByRole('listitem').filter({ hasText: 'Noor Haddad' })
    await expect(badge).toContainText('1st time')
    for (const interest of ['beekeeping', 'bread', 'chess']) await expect(badge).toContainText(interest)
    for (const kept of ['dancing', 'Keeps bees', 'gardener', noor.email ?? '']) await expect(badge).not.toContainText(kept)
    const origin = new URL(page.url()).origin.replace('localhost', '[^/]+')
    const [pass, ...more] = await readQrCodes(await badge.screenshot())
    expect(more).toEqual([])
    expect(pass).toMatch(new RegExp(`^${origin}/m/${passOf(SECRET, noor.id, 1)}$`))
    const bare = page.getByRole('listitem').filter({ hasText: 'Hidden Person' })
    await expect(bare.locator('.badge')).toHaveText(/^Open TableHidden Person$/)
    expect(await readQrCodes(await bare.screenshot())).toEqual([])
    // Maria's badge holds the pass alone; what opens her evening is on a label that is not worn.
    const [worn, slip] = [page.locator('.badge:not(.badge-slip)').filter({ hasText: 'Maria' }), page.locator('.badge-slip')]
    expect(await readQrCodes(await worn.screenshot())).toEqual([expect.stringMatching(`/m/${passOf(SECRET, maria, 1)}$`)])
    expect(await readQrCodes(await slip.screenshot())).toEqual([expect.stringMatching(`/slip/${slipOf(SECRET, maria)}$`)])
    await expect(slip).toContainText('Yours: open this to keep your evening')
  }
  expect(await page.content()).not.toContain(hidden.email)
})

test('names fit, long ones and those that read from right to left', async ({ desk, db, clock }) => {
  const { event, host } = await evening(db, clock.now())
  const names = ['Ada', 'Ben Ortega', DOUBLE, 'Wolfeschlegelsteinhausenbergerdorff', 'María del Carmen Rodríguez-Fernández de la Vega y Montoya', 'محمد عبد الرحمن الحسيني', '歐陽修']
  for (const name of [...names, 'x'.repeat(200)]) await buildGuest(db, event.id, { user: { name }, interests: INTERESTS, at: clock.now() })
  const page = await desk({ as: host })
  for (const { format } of SIZES) {
    await page.goto(`/door/${event.id}/badges?format=${format}`)
    for (const name of names) {
      const drawn = page.locator('.badge-name').filter({ hasText: name })
      const cut = await drawn.evaluate((box) => {
        const [across, given] = [box.scrollWidth > box.clientWidth, box.clientHeight]
        box.style.maxHeight = 'none'
        return { across, down: box.clientHeight - given > 1 }
      })
      expect({ format, name, ...cut }).toEqual({ format, name, across: false, down: false })
    }
    await expect(page.locator('.badge-name').filter({ hasText: 'محمد' })).toHaveCSS('direction', 'rtl')
    if (format === 'a4x8' || format === 'a4x10' || format === 'a4x24') continue
    // A long name is parted at its spaces and hyphens before it becomes small.
    const size = await page.locator('.badge-name').filter({ hasText: DOUBLE }).evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize))
    expect(size / PX_PER_MM).toBeGreaterThanOrEqual(4.99)
  }
})

test('whose badges: those who are going, those who came since the last print, one person, empty ones', async ({ desk, db, clock }) => {
  const { event, host } = await evening(db, clock.now())
  const rita = await buildUser(db, { name: 'Rita Regular' })
  await buildRsvp(db, { eventId: event.id, userId: rita.id })
  await giveInterests(db, rita.id, ['chess'])
  await buildMembership(db, { communityId: event.communityId, userId: rita.id })
  await buildGuest(db, event.id, { user: { name: 'Early Bird' }, at: new Date(clock.now().getTime() - 60_000) })
  const page = await desk({ as: host })
  await page.goto(`/door/${event.id}/badges`)
  await expectNoAxeViolations(page)
  await page.getByLabel('Whose').selectOption({ label: 'Everybody who said that they come' })
  await page.getByLabel('Paper').selectOption({ label: 'Cards of 4 × 3 inches' })
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByText('Rita Regular')).toBeVisible()
  await expect(page).toHaveURL(/who=going&format=card/)

  await page.goto(`/door/${event.id}/badges?format=card`)
  await page.getByRole('link', { name: /^Next time print only those who come after/ }).click()
  await expect(page.getByText('There is nobody to print a badge for')).toBeVisible()
  await expectNoAxeViolations(page)
  await buildGuest(db, event.id, { user: { name: 'Late Comer' }, at: new Date(clock.now().getTime() + 1_000) })
  await page.reload()
  await expect(page.locator('.badge-name')).toHaveText(['Late Comer'])

  await page.goto(`/door/${event.id}/badges?format=card&person=${rita.id}`)
  await expect(page.locator('.badge-name')).toHaveText(['Rita Regular'])
  expect(await printedPages(page)).toHaveLength(1)
  await page.goto(`/door/${event.id}/badges?format=a4x8&who=blank&blank=9`)
  expect(await printedPages(page)).toHaveLength(2)
  await expectNoAxeViolations(page)
})

test('a name that was wrong is mended on the sheet, and only there', async ({ desk, db, clock }) => {
  const { event, host } = await evening(db, clock.now())
  const guest = await buildGuest(db, event.id, { user: { name: 'Jon Smiht' }, at: clock.now() })
  const page = await desk({ as: host })
  await page.goto(`/door/${event.id}/badges?format=card`)
  await page.getByText('Mend the name').click()
  await page.getByLabel('Name on the badge').fill('John Smith')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.badge-name')).toHaveText('John Smith')
  await expect(page.getByText('Saved. Print it again.')).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await db.user.findUniqueOrThrow({ where: { id: guest.id } })).toMatchObject({ name: 'Jon Smiht' })
})
