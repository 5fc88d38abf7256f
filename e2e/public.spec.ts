import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import { buildCommunity, buildEvent, buildSeries } from '../tests/factories/community'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

const HOSTILE = '</script><script>alert(1)</script> & “Freunde”'
const HOUR = 3_600_000

/** The facts for search engines, as the page's data block states them. */
async function dataOf(page: Page): Promise<unknown> {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  return JSON.parse(text ?? '')
}

/** The one event of a calendar. */
function eventOf(text: string) {
  return new ICAL.Event(ICAL.Component.fromString(text).getFirstSubcomponent('vevent') ?? undefined)
}

async function expectNoOverflow(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(content).toBeLessThanOrEqual(screen)
}

test('a visitor on a phone goes from a community to a series to an evening, and takes it home', async ({ phone, db, clock, app }) => {
  const startsAt = new Date(Math.ceil(clock.now().getTime() / HOUR) * HOUR + 48 * HOUR)
  const community = await buildCommunity(db, { slug: 'harbour', name: 'Harbour Circle' })
  const series = await buildSeries(db, {
    communityId: community.id,
    slug: 'thursdays',
    name: 'Harbour Thursdays',
    description: 'Bring a question.',
  })
  const event = await buildEvent(db, {
    communityId: community.id,
    seriesId: series.id,
    recurrenceId: '2026-11-26T17:00',
    name: HOSTILE,
    description: 'Tonight with soup; bread, too.',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3 * HOUR),
    capacity: 60,
  })
  const page = await phone()
  await page.goto('/')
  await page.getByRole('link', { name: 'Harbour Circle' }).click()
  await expect(page).toHaveURL('/communities/harbour')
  await expect(page.getByText('Every Thursday, 17:00')).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('link', { name: 'Harbour Thursdays' }).click()
  await expect(page).toHaveURL('/communities/harbour/thursdays')
  await expect(page.getByText('Bring a question.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open in my calendar' })).toHaveAttribute(
    'href',
    /^webcal:\/\/.*\/communities\/harbour\/thursdays\/calendar\.ics$/,
  )
  // Beside it stand the evenings that the series has by its rule.
  expect(await dataOf(page)).toContainEqual(expect.objectContaining({ '@type': 'Event', name: HOSTILE }))
  await expectNoAxeViolations(page)

  await page.locator(`a[href="/events/${event.id}"]`).click()
  await expect(page).toHaveURL(`/events/${event.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE)
  await expect(page.getByText('Time in Europe/Berlin (Central European', { exact: false })).toBeVisible()
  expect(await dataOf(page)).toMatchObject({
    '@type': 'Event',
    name: HOSTILE,
    startDate: startsAt.toISOString(),
    eventStatus: 'https://schema.org/EventScheduled',
    location: { name: 'The Harbour Hall' },
    organizer: { name: 'Harbour Circle' },
    maximumAttendeeCapacity: 60,
  })
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${app.url}/events/${event.id}`)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'index, follow')
  await expectNoAxeViolations(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Add to my calendar' }).click(),
  ])
  const entry = eventOf(await readFile(await download.path(), 'utf8'))
  expect(entry.summary).toBe(HOSTILE)
  expect(entry.startDate.toJSDate()).toEqual(startsAt)
  expect(entry.location).toBe('The Harbour Hall, Example Quay 2, 10115 Berlin')

  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const image = await page.request.get(picture ?? '')
  expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/png'])
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoOverflow(page)
})

test('an evening that is called off says so before all else, also without scripts', async ({ phone, db, clock }) => {
  // It has ended, so that no further evening of it is made meanwhile.
  const series = await buildSeries(db, { rrule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261101' })
  const at = (hours: number) => new Date(clock.now().getTime() + hours * HOUR)
  const inSeries = { communityId: series.communityId, seriesId: series.id }
  const off = await buildEvent(db, { ...inSeries, recurrenceId: '2026-11-26T17:00', startsAt: at(24), endsAt: at(27), status: 'CANCELLED' })
  const next = await buildEvent(db, { ...inSeries, recurrenceId: '2026-12-03T17:00', startsAt: at(192), endsAt: at(195) })
  const page = await phone({ javaScriptEnabled: false })
  await page.goto(`/events/${off.id}`)
  await expect(page.getByRole('status')).toContainText('This evening does not take place.')
  await expect(page.getByRole('link', { name: 'Add to my calendar' })).toHaveCount(0)
  expect(await dataOf(page)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'The next one is on' }).click()
  await expect(page).toHaveURL(`/events/${next.id}`)
})

test('an address at which there is nothing is answered kindly', async ({ phone }) => {
  const page = await phone({ expected: [/404/] })
  for (const path of ['/events/evt_none', '/communities/old-name', '/communities/old-name/old-series']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('link', { name: 'See what is on' })).toBeVisible()
    await expect(page.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/)
    await expectNoAxeViolations(page)
  }
})

test('a person makes the address of their calendar, and a new one ends the old', async ({ phone, db }) => {
  const ada = await buildUser(db)
  const page = await phone({ as: ada })
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const field = page.getByLabel('The address')
  await expect(field).toHaveValue(/\/calendar\/[a-z0-9]{26}\.ics$/)
  const first = await field.inputValue()
  const answer = await page.request.get(first)
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'private, no-store'])
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoOverflow(page)

  await page.getByRole('button', { name: 'Make a new address' }).click()
  await expect(page.getByText('This is your new address. The old one no longer works.')).toBeVisible()
  await expect(field).not.toHaveValue(first)
  const revoked = await page.request.get(first)
  expect(revoked.status()).toBe(404)
  expect(await revoked.text()).toContain('It was replaced by a new one')
  expect((await page.request.get(await field.inputValue())).status()).toBe(200)
})
