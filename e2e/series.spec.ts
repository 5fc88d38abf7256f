import type { Page } from '@playwright/test'
import { buildCommunity, buildMembership } from '../tests/factories/community'
import { buildRsvp } from '../tests/factories/door'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'
import { tickWeekdays } from './support/weekdays'

/** A Sunday, so that the next first Monday is 2 November. */
const NOW = new Date('2026-10-25T12:00:00Z')

/** Ticks chips by their words. */
async function tick(page: Page, ...labels: string[]) {
  for (const name of labels) {
    const box = page.getByRole('checkbox', { name, exact: true })
    if (!(await box.isChecked())) await page.locator('label').filter({ has: box }).click()
  }
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const preview = (page: Page) => page.getByRole('region', { name: 'The next evenings' })

for (const device of ['desk', 'phone'] as const) {
  test(`a series is made, changed from here on and for one evening, by two organizers (${device})`, async ({ db, clock, inbox, desk, phone }) => {
    test.slow()
    const open = device === 'desk' ? desk : phone
    await clock.set(NOW)
    const community = await buildCommunity(db, { slug: 'gathering', name: 'Monday Gathering' })
    const [olive, otto, guest] = await Promise.all(['Olive', 'Otto', 'Gus'].map((name) => buildUser(db, { name })))
    if (!olive || !otto || !guest?.email) throw new Error('There are three people.')
    for (const { id } of [olive, otto]) await buildMembership(db, { communityId: community.id, userId: id, role: 'ORGANIZER' })
    const page = await open({ as: olive })

    await page.goto('/organize/gathering/series/new')
    await expectNoAxeViolations(page)
    await field(page, 'Name').fill('Open Table')
    await page.getByLabel('How often').selectOption('monthlyByWeekday')
    await tickWeekdays(page, ['Monday'])
    await tick(page, 'The first', 'The third')
    await field(page, 'From').fill('2026-11-01')
    await field(page, 'Start').fill('17:00')
    await expect(preview(page)).toContainText('first and third Monday of the month')
    for (const date of ['Nov 2, 2026', 'Nov 16, 2026', 'Dec 7, 2026', 'Dec 21, 2026']) {
      await expect(preview(page)).toContainText(date)
    }
    await field(page, 'A day to leave out').fill('2026-12-21')
    await page.getByRole('button', { name: 'Leave this day out' }).click()
    await expect(preview(page)).toContainText('except December 21, 2026')
    await expect(preview(page).getByRole('listitem').filter({ hasText: 'Dec 21' })).toHaveCount(0)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Make the series' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Open Table' })).toBeVisible()
    await expectNoAxeViolations(page)

    const events = await db.event.findMany({ orderBy: { startsAt: 'asc' }, select: { id: true, recurrenceId: true } })
    expect(events.map(({ recurrenceId }) => recurrenceId?.slice(0, 10))).toEqual(['2026-11-02', '2026-11-16', '2026-12-07', '2027-01-04'])
    const eventId = events[1]?.id ?? ''
    await buildRsvp(db, { eventId, userId: guest.id })

    // One evening alone; meanwhile Otto has it open too.
    const other = await open({ as: otto })
    await other.goto(`/organize/gathering/events/${eventId}/edit`)
    await expect(field(other, 'Name')).toHaveValue('Open Table')
    await page.goto(`/organize/gathering/events/${eventId}/edit`)
    await expectNoAxeViolations(page)
    await field(page, 'Place').fill('The Boathouse')
    await page.getByRole('button', { name: 'Save this evening' }).click()
    await expect(page).toHaveURL(new RegExp(`/events/${eventId}$`))
    await field(other, 'Name').fill('Otto’s Table')
    await other.getByRole('button', { name: 'Save this evening' }).click()
    await expect(other.getByText('Somebody else changed this evening meanwhile.')).toBeVisible()
    await expect(other.getByText('The Boathouse')).toBeVisible()
    await expect(field(other, 'Name')).toHaveValue('Otto’s Table')
    await expectNoAxeViolations(other)
    await inbox.next({ to: guest.email }, 60_000)

    // From here on, Tuesdays at half past six; the evening that was changed alone stays.
    await page.goto(page.url().replace(/\/events\/.*/, ''))
    await page.getByRole('link', { name: 'Open Table' }).first().click()
    await page.getByRole('link', { name: 'Change the series' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Change the series' })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByLabel('How often').selectOption('weekly')
    await tickWeekdays(page, ['Tuesday'])
    await field(page, 'Start').fill('18:30')
    await page.locator('label').filter({ has: page.getByRole('checkbox', { name: 'Mon, Dec 21, 2026' }) }).click()
    await expect(preview(page)).toContainText('every Tuesday')
    await page.getByRole('button', { name: 'Save the series' }).click()
    await expect(page.getByText('The series is changed.')).toBeVisible()
    await expectNoAxeViolations(page)
    const later = await db.event.findMany({ orderBy: { startsAt: 'asc' }, select: { recurrenceId: true } })
    expect(later.slice(0, 3).map(({ recurrenceId }) => recurrenceId)).toEqual(['2026-11-03T18:30', '2026-11-10T18:30', '2026-11-16T17:00'])
  })
}

test('what is typed quickly is neither lost nor left out of the dates', async ({ db, clock, desk }) => {
  test.slow()
  await clock.set(NOW)
  const community = await buildCommunity(db, { slug: 'gathering', name: 'Monday Gathering' })
  const olive = await buildUser(db, { name: 'Olive' })
  await buildMembership(db, { communityId: community.id, userId: olive.id, role: 'ORGANIZER' })
  const page = await desk({ as: olive })
  await page.goto('/organize/gathering/series/new')
  await field(page, 'Name').fill('Quick Table')

  // The dates of an earlier question arrive while the rule is being typed.
  const gate: { open?: () => void } = {}
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve
  })
  const asked = page.waitForRequest(/repeat=custom/)
  await page.route(/repeat=custom(?!.*FREQ)/, async (route) => {
    await opened
    await route.continue()
  })
  await page.getByLabel('How often').selectOption('custom')
  await asked
  await field(page, 'Rule').fill('FREQ=WEEKLY;BYDAY=MO')
  gate.open?.()
  await expect(preview(page)).toContainText('every Monday')

  await field(page, 'Start').fill('17:00')
  await field(page, 'An extra evening').fill('2026-11-04T20:15')
  await page.getByRole('button', { name: 'Add this evening' }).click()
  await expect(page.getByRole('checkbox', { name: /Wed, Nov 4, 2026/ })).toBeChecked()
  await expect(preview(page)).toContainText('Nov 4, 2026')
  await expect(preview(page)).toContainText('17:00 to 20:00')

  // Typed and not added by its button: it is meant all the same.
  await field(page, 'A day to leave out').fill('2026-11-09')
  await page.getByRole('button', { name: 'Make the series' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quick Table' })).toBeVisible()
  const events = await db.event.findMany({ orderBy: { startsAt: 'asc' }, select: { recurrenceId: true }, take: 3 })
  expect(events.map(({ recurrenceId }) => recurrenceId)).toEqual(['2026-11-02T17:00', '2026-11-04T20:15', '2026-11-16T17:00'])
})
