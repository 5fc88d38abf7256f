import type { Locator, Page } from '@playwright/test'
import { buildMembership } from '../tests/factories/community'
import { buildRsvp } from '../tests/factories/door'
import { buildCheckIn } from '../tests/factories/evening'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'
import { answerOn, openDoorEvening, openScanner, passCode, typeAsScanner } from './support/door-evening'

const SIZES = [
  { width: 390, height: 844 },
  { width: 390, height: 664 },
  { width: 320, height: 568 },
] as const

/** Where something stands in the window, in CSS pixels. */
async function edges(part: Locator) {
  const box = await part.boundingBox()
  if (!box) throw new Error('It is not drawn.')
  return { top: box.y, bottom: box.y + box.height }
}

async function expectClearOfTheBar(page: Page, part: Locator) {
  const bar = await edges(page.getByRole('navigation', { name: 'How to find somebody' }))
  const { top, bottom } = await edges(part)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(bar.top)
}

async function writeDown(page: Page, name: string) {
  await page.getByRole('button', { name: 'New here' }).tap()
  await page.getByLabel('Their name').fill(name)
  await page.getByRole('button', { name: 'Let in' }).tap()
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'IN')
}

test('the slip of a walk-in stands whole above the bar, its sentence before it', async ({ phone, db, clock }) => {
  const { host, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  for (const [at, size] of SIZES.entries()) {
    await page.setViewportSize(size)
    await openScanner(page, path)
    await writeDown(page, `Newcomer ${String(at)}`)
    const [sentence, code] = [page.getByText('Point your own camera here'), page.getByRole('img', { name: /their evening/ })]
    await expectClearOfTheBar(page, code)
    await expectClearOfTheBar(page, sentence)
    expect((await edges(sentence)).bottom).toBeLessThanOrEqual((await edges(code)).top)
    await expectNoAxeViolations(page)
  }
})

test('an answer never stands for somebody else', async ({ phone, db, clock, app }) => {
  const { host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  await openScanner(page, path)
  const answer = answerOn(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answer).toHaveAttribute('data-answer', 'IN')
  await typeAsScanner(page, 'hello')
  await expect(answer).toHaveAttribute('data-answer', 'REFUSED')
  await expect(answer).toContainText('That is no pass or ticket of ours.')
  for (const [way, field] of [['Name or code', 'Name, or the code below a ticket'], ['New here', 'Their name']] as const) {
    await typeAsScanner(page, passCode(app.url, regular.id))
    await expect(answer).toHaveAttribute('data-answer', 'ALREADY')
    await page.getByRole('button', { name: way }).tap()
    await expect(answer).toHaveAttribute('data-answer', 'NONE')
    await page.getByLabel(field).fill('A')
    await expect(answer).toHaveAttribute('data-answer', 'NONE')
  }
})

test('a long name leaves the visit in view, and who is in already can be taken back', async ({ phone, db, clock, app }) => {
  const { community, host, path } = await openDoorEvening(db, clock.now())
  const long = await buildUser(db, { name: 'Wilhelmina Alexandrina Featherstonehaugh-Cholmondeley of Upper Mainwaring Marsh' })
  await buildMembership(db, { communityId: community.id, userId: long.id })
  const page = await phone({ as: host })
  await page.setViewportSize({ width: 320, height: 640 })
  await openScanner(page, path)
  await typeAsScanner(page, passCode(app.url, long.id))
  await expectClearOfTheBar(page, answerOn(page).getByText('1st time: say hello'))
  await expectClearOfTheBar(page, answerOn(page).locator('.scan-name'))
  await typeAsScanner(page, passCode(app.url, long.id))
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'ALREADY')
  await answerOn(page).getByText('Take back Wilhelmina').tap()
  await answerOn(page).getByRole('button', { name: 'A test' }).tap()
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'UNDONE')
})

test('the device’s list names the last arrivals without a network, and a hit says what a tap does', async ({ phone, db, clock }) => {
  const { community, event, host, regular, path } = await openDoorEvening(db, clock.now())
  const waiting = await buildUser(db, { name: 'Zebedee Quill' })
  await buildMembership(db, { communityId: community.id, userId: waiting.id })
  await buildRsvp(db, { eventId: event.id, userId: waiting.id })
  await buildCheckIn(db, { eventId: event.id, userId: regular.id, at: clock.now() })
  const page = await phone({ as: host, expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/, /status of 503/] })
  await openScanner(page, path, { kept: true })
  const last = page.getByRole('region', { name: 'Last arrivals' })
  await expect(last).toContainText('Amélie Okonkwo')
  await page.context().setOffline(true)
  await page.reload()
  await expect(last).toContainText('Amélie Okonkwo')
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('zebedee')
  await expect(page.getByRole('button', { name: /Zebedee Quill.*Let in/ })).toBeVisible()
  for (const target of [page.getByRole('link', { name: 'Door' }), page.getByRole('button', { name: 'Sound on' })]) {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
})
