import { buildMembership } from '../tests/factories/community'
import { buildRsvp } from '../tests/factories/door'
import { doorCode } from '../src/server/services/door/door-code'
import { SECRET } from '../tests/factories/moment'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, readQrCode, test } from './fixtures'
import { answerOn, namesIn, openDoorEvening, openScanner, passCode, typeAsScanner } from './support/door-evening'

test('a hardware scanner lets somebody in, and a second look is calm', async ({ desk, db, clock, app }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await desk({ as: host })
  await openScanner(page, path)
  await typeAsScanner(page, passCode(app.url, regular.id))
  const answer = answerOn(page)
  await expect(answer).toHaveAttribute('data-answer', 'IN')
  await expect(answer.getByText('Amélie Okonkwo', { exact: true }).first()).toBeVisible()
  await expect(answer.getByText('12th time')).toBeVisible()
  await expectNoAxeViolations(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answer).toHaveAttribute('data-answer', 'ALREADY')
  await expect(answer.getByText(/already in since \d\d:\d\d/)).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('codes of others are told apart, and none ends the scanning', async ({ desk, db, clock, app }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await desk({ as: host })
  await openScanner(page, path)
  const answer = answerOn(page)
  const bad = [
    ['WIFI:T:WPA;S:Hall;P:secret;;', 'That is a Wi-Fi code.'],
    ['https://example.org/menu', 'That code opens another page.'],
    ['x'.repeat(4_096), 'That code holds far more than a pass.'],
    [`${app.url}/c/${doorCode(SECRET, event.id, clock.now())}`, 'That is the door code'],
    [`${app.url}/m/${'2'.repeat(26)}`, 'Nobody has this pass any more.'],
  ] as const
  for (const [text, sentence] of bad) {
    await typeAsScanner(page, text)
    await expect(answer).toContainText(sentence)
    await expect(answer).toHaveAttribute('data-answer', 'REFUSED')
  }
  await expectNoAxeViolations(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answer).toHaveAttribute('data-answer', 'IN')
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('a walk-in takes two taps and their name; the slip opens on their own phone', async ({ phone, db, clock, app }) => {
  const { event, host, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  await openScanner(page, path)
  await page.evaluate(() => {
    window.addEventListener('click', () => (document.body.dataset['taps'] = String(Number(document.body.dataset['taps'] ?? 0) + 1)), true)
  })
  await page.getByRole('button', { name: 'New here' }).tap()
  await expect(page.getByLabel('Their name')).toBeFocused()
  await page.keyboard.type('Bo Newcomer')
  await page.getByRole('button', { name: 'Let in' }).tap()
  const answer = answerOn(page)
  await expect(answer).toHaveAttribute('data-answer', 'IN')
  expect(Number(await page.locator('body').getAttribute('data-taps'))).toBeLessThanOrEqual(3)
  await expect(answer.getByText('1st time: say hello')).toBeVisible()
  await expect(answer.getByText('Point your own camera here')).toBeVisible()
  await expect(answer.getByRole('link', { name: 'Print a badge' })).toHaveAttribute('href', new RegExp(`^/door/${event.id}/badges\\?person=`))
  await expectNoAxeViolations(page)
  expect(await namesIn(db, event.id)).toEqual(['Bo Newcomer'])
  const slip = await readQrCode(await answer.getByRole('img', { name: /their evening/ }).screenshot())
  expect(slip.startsWith(`${app.url}/slip/`)).toBe(true)
})

test('somebody is found by a misspelt name, let in by one tap, and taken back with a reason', async ({ phone, db, clock }) => {
  const { event, host, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  await openScanner(page, path)
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('amelie okonkow')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: /Amélie Okonkwo/ }).tap()
  const answer = answerOn(page)
  await expect(answer).toHaveAttribute('data-answer', 'IN')
  await answer.getByText('Take back Amélie').tap()
  await answer.getByRole('button', { name: 'Wrong person' }).tap()
  await expect(answer).toHaveAttribute('data-answer', 'UNDONE')
  expect(await namesIn(db, event.id)).toEqual([])
  expect(await db.checkInUndo.findMany({ select: { reason: true } })).toEqual([{ reason: 'Wrong person' }])
})

test('without an RSVP the host is asked, and decides', async ({ phone, db, clock, app }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now(), 'REQUIRED')
  const page = await phone({ as: host })
  await openScanner(page, path)
  const answer = answerOn(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answer).toHaveAttribute('data-answer', 'ASK')
  await expectNoAxeViolations(page)
  await answer.getByRole('button', { name: 'Not now' }).tap()
  await expect(answer).toHaveAttribute('data-answer', 'NONE')
  expect(await namesIn(db, event.id)).toEqual([])
  await typeAsScanner(page, passCode(app.url, regular.id))
  await answer.getByRole('button', { name: 'Let in' }).tap()
  await expect(answer).toHaveAttribute('data-answer', 'IN')
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('the server finds whom this device’s list leaves out', async ({ phone, db, clock }) => {
  const { community, host, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  await openScanner(page, path)
  const late = await buildUser(db, { name: 'Zebedee Quill' })
  await buildMembership(db, { communityId: community.id, userId: late.id })
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('Zebedee')
  await expect(page.getByText('Nobody on this device’s list has such a name.')).toBeVisible()
  await page.getByRole('button', { name: 'Look further' }).tap()
  await page.getByRole('button', { name: /Zebedee Quill/ }).tap()
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'IN')
})

test('who is no host of this event does not see the scanner', async ({ phone, db, clock }) => {
  const { regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: regular, expected: [/status of 404/] })
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
})

test('without a camera, or without leave to use it, the rest goes on', async ({ phone, db, clock }) => {
  const { event, host, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  await page.addInitScript(() => {
    navigator.permissions.query = () => Promise.reject(new TypeError('unknown'))
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await openScanner(page, path)
  await page.getByRole('button', { name: 'Start the camera' }).tap()
  await expect(page.getByText('The camera is not allowed here.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('okonkwo')
  await page.getByRole('button', { name: /Amélie Okonkwo/ }).tap()
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'IN')
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('the code below a ticket is typed', async ({ phone, db, clock }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now(), 'REQUIRED')
  await buildRsvp(db, { eventId: event.id, userId: regular.id, code: 'abcdefgh', plusOnes: 2 })
  const page = await phone({ as: host })
  await openScanner(page, path)
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('ABCD-efgh')
  await page.keyboard.press('Enter')
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'IN')
  await expect(answerOn(page).getByText('brings 2')).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})
