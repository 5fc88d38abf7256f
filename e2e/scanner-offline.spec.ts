import type { Page } from '@playwright/test'
import { hashToken, newId } from '../src/server/lib/tokens'
import { ticketOf } from '../src/server/lib/ticket'
import { buildDoorGrant, buildRsvp } from '../tests/factories/door'
import { buildGuest } from '../tests/factories/evening'
import { SECRET } from '../tests/factories/moment'
import { expect, expectNoAxeViolations, readQrCode, test as base } from './fixtures'
import { layLine, type CuttableLine } from './support/cuttable-line'
import { answerOn, namesIn, openDoorEvening, openScanner, passCode, typeAsScanner } from './support/door-evening'

const OFFLINE = {
  expected: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/, /status of 503/],
} as const

interface LineFixtures {
  /** The way to the application for the pages of this test. */
  readonly line: CuttableLine
  /** Takes the network from a page's browser, and from all others on the line. */
  readonly goOffline: (page: Page) => Promise<void>
  readonly goOnline: (page: Page) => Promise<void>
}

const test = base.extend<LineFixtures>({
  line: async ({ app }, use) => {
    const line = await layLine(app.url)
    await use(line)
    await line.cut()
  },
  goOffline: async ({ line }, use) =>
    use(async (page) => {
      await line.cut()
      await page.context().setOffline(true)
    }),
  goOnline: async ({ line }, use) =>
    use(async (page) => {
      await line.mend()
      await page.context().setOffline(false)
    }),
})

test('a scan without a network survives a reload and is one check-in when the network is back', async ({ phone, db, clock, app, line, goOffline, goOnline }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host, ...OFFLINE })
  await openScanner(page, line.url + path, { kept: true })
  await goOffline(page)
  const answer = answerOn(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answer).toHaveAttribute('data-answer', 'QUEUED')
  await expect(answer.getByText('12th time')).toBeVisible()
  await expect(page.getByText('1 queued')).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await namesIn(db, event.id)).toEqual([])

  await page.reload()
  await expect(page.getByText('1 queued')).toBeVisible()
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answer.getByText(/in this device’s queue since/)).toBeVisible()
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('okonkwo')
  await expect(page.getByRole('button', { name: /Amélie Okonkwo/ })).toBeVisible()
  await page.getByRole('button', { name: 'Scan', exact: true }).tap()
  await typeAsScanner(page, `${app.url}/m/${'2'.repeat(26)}`)
  await expect(answer.getByText('Not on this device’s list')).toBeVisible()

  await goOnline(page)
  await expect(page.getByText('1 sent later')).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 needs a look' })).toBeVisible()
  await expect(page.getByRole('listitem').getByText('Nobody has this pass any more.')).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Seen' }).tap()
  await expect(page.getByRole('heading', { name: /needs? a look/ })).toHaveCount(0)
})

test('of two devices without a network one lets them in, and the other is told', async ({ phone, desk, db, clock, app, line }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const [one, other] = [await phone({ as: host, ...OFFLINE }), await desk({ as: host, ...OFFLINE })]
  for (const page of [one, other]) {
    await openScanner(page, line.url + path, { kept: true })
    await page.context().setOffline(true)
    await typeAsScanner(page, passCode(app.url, regular.id))
    await expect(answerOn(page)).toHaveAttribute('data-answer', 'QUEUED')
  }
  await one.context().setOffline(false)
  await expect(one.getByText('1 sent later')).toBeVisible()
  await other.context().setOffline(false)
  await expect(other.getByText(/Somebody else had let them in already, at \d\d:\d\d/)).toBeVisible()
  await expect(one.getByRole('heading', { name: /needs? a look/ })).toHaveCount(0)
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('a browser that dies while it uploads loses nothing and counts nothing twice', async ({ phone, db, clock, app, line, goOffline, goOnline }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host, ...OFFLINE })
  await openScanner(page, line.url + path, { kept: true })
  await goOffline(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'QUEUED')
  // The server hears it, its answer never arrives, and the page is gone.
  const heard = new Promise<void>((resolve) => {
    void page.route(/scanner\.checkIn/, async (route) => {
      await route.fetch()
      resolve()
      await route.abort().catch(() => undefined)
    })
  })
  await goOnline(page)
  await heard
  await page.close()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
  const again = await page.context().newPage()
  await again.goto(line.url + path)
  await expect(again.getByText('1 sent later')).toBeVisible()
  await expect(again.getByRole('heading', { name: /needs? a look/ })).toHaveCount(0)
  expect(await db.checkIn.count({ where: { eventId: event.id } })).toBe(1)
})

test('when the session has ended the queue stays, and is sent after signing in again', async ({ phone, db, clock, app, signInAs, line, goOffline, goOnline }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host, expected: [...OFFLINE.expected, /status of 401/] })
  await openScanner(page, line.url + path, { kept: true })
  await goOffline(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'QUEUED')
  await db.session.deleteMany({ where: { userId: host.id } })
  await goOnline(page)
  await expect(page.getByRole('link', { name: 'Sign in again to send 1' })).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual([])
  await signInAs(page, host)
  await page.goto(line.url + path)
  await expect(page.getByText('1 sent later')).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('a scan left over from an evening whose host one is no more is listed, and tonight’s are sent', async ({ phone, db, clock, app, line, goOffline, goOnline }) => {
  const [before, tonight] = [await openDoorEvening(db, clock.now()), await openDoorEvening(db, clock.now())]
  await buildDoorGrant(db, { eventId: tonight.event.id, userId: before.host.id })
  const page = await phone({ as: before.host, expected: [...OFFLINE.expected, /status of 404/] })
  await openScanner(page, line.url + before.path, { kept: true })
  await openScanner(page, line.url + tonight.path, { kept: true })
  await goOffline(page)
  await page.goto(line.url + before.path)
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await typeAsScanner(page, passCode(app.url, before.regular.id))
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'QUEUED')
  await page.goto(line.url + tonight.path)
  await expect(page.getByText('1 queued')).toBeVisible()
  await typeAsScanner(page, passCode(app.url, tonight.regular.id))
  await expect(page.getByText('2 queued')).toBeVisible()
  await db.doorGrant.updateMany({ where: { eventId: before.event.id }, data: { revokedAt: clock.now() } })
  await goOnline(page)
  await expect(page.getByText('1 sent later')).toBeVisible()
  await expect(page.getByRole('listitem').getByText('you are not a host of that evening any more', { exact: false })).toBeVisible()
  await expect(page.getByText('You are not a host of this event any more', { exact: false })).toHaveCount(0)
  expect([await namesIn(db, before.event.id), await namesIn(db, tonight.event.id)]).toEqual([[], ['Amélie Okonkwo']])
  await page.getByRole('button', { name: 'Name or code' }).tap()
  await page.getByLabel('Name, or the code below a ticket').fill('okonkwo')
  await expect(page.getByRole('button', { name: /Amélie Okonkwo/ })).toBeVisible()
})

test('who is a host no more is told that nothing was sent, and nothing is queued', async ({ phone, db, clock, app, line }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host, expected: [...OFFLINE.expected, /status of 404/] })
  await openScanner(page, line.url + path)
  await db.doorGrant.updateMany({ where: { eventId: event.id }, data: { revokedAt: clock.now() } })
  for (let time = 1; time <= 2; time += 1) {
    await typeAsScanner(page, passCode(app.url, regular.id))
    await expect(answerOn(page)).toHaveAttribute('data-answer', 'REFUSED')
    await expect(answerOn(page)).toContainText('Nothing was sent: you are not a host of this evening any more.')
    await expect(page.getByText('You are not a host of this event any more.', { exact: false })).toBeVisible()
    await expect(page.getByText(/\d queued/)).toHaveCount(0)
  }
  await db.doorGrant.updateMany({ where: { eventId: event.id }, data: { revokedAt: null } })
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'IN')
})

const keepsNames = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'serendip-roster'))

test('any page drops the list of names once its evening is over', async ({ phone, db, clock, line }) => {
  const { host, path, event } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host })
  await openScanner(page, line.url + path, { kept: true })
  await expect.poll(() => keepsNames(page)).toBe(true)
  await page.goto(`${line.url}/door/${event.id}`)
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  expect(await keepsNames(page)).toBe(true)
  // The evening ends two hours after it was opened.
  await page.clock.install({ time: Date.now() + 3 * 3_600_000 })
  await page.goto(`${line.url}/profile`)
  await expect.poll(() => keepsNames(page)).toBe(false)
})

test('signing out tells how many scans wait here, and keeps them', async ({ phone, db, clock, app, line, goOffline, goOnline, signInAs }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host, ...OFFLINE })
  await openScanner(page, line.url + path, { kept: true })
  await goOffline(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(page.getByText('1 queued')).toBeVisible()
  // So that it is still there when the network is back: another page sends nothing.
  await page.goto('about:blank')
  await goOnline(page)
  await page.goto(`${line.url}/profile`)
  await expect(page.getByText('Scans that wait on this device to be sent: 1.', { exact: false })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Sign out' }).tap()
  await expect(page).toHaveURL(`${line.url}/`)
  await expect.poll(() => keepsNames(page)).toBe(false)
  await signInAs(page, host)
  await page.goto(line.url + path)
  await expect(page.getByText('1 sent later')).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('who signs out after two weeks leaves no scan behind', async ({ phone, db, clock, app, line, goOffline, goOnline }) => {
  const { host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phone({ as: host, ...OFFLINE })
  await openScanner(page, line.url + path, { kept: true })
  await goOffline(page)
  await typeAsScanner(page, passCode(app.url, regular.id))
  await expect(page.getByText('1 queued')).toBeVisible()
  await page.goto('about:blank')
  await goOnline(page)
  await page.clock.install({ time: Date.now() + 15 * 86_400_000 })
  await page.goto(`${line.url}/profile`)
  const waiting = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          indexedDB.open('serendip-queue').onsuccess = ({ target }) => {
            if (!(target instanceof IDBOpenDBRequest)) return
            const { result } = target
            result.transaction('scans').objectStore('scans').count().onsuccess = ({ target: count }) => {
              result.close()
              if (count instanceof IDBRequest) resolve(Number(count.result))
            }
          }
        }),
    )
  await expect.poll(waiting).toBe(0)
  await expect(page.getByText('Scans that wait on this device', { exact: false })).toHaveCount(0)
})

const isKept = (page: Page, path: string) =>
  page.evaluate(async (address) => (await (await caches.open('serendip-pages')).match(`${address}?files`)) !== undefined, path)

test('a pass that was opened once is shown without a network, and signing out forgets it', async ({ phone, db, clock, line, goOffline, goOnline }) => {
  const { event } = await openDoorEvening(db, clock.now())
  const guest = await buildGuest(db, event.id, { user: { name: 'Noor Haddad' }, at: clock.now() })
  const page = await phone({ as: guest, ...OFFLINE })
  const pass = `/evening/${event.id}/pass`
  await page.goto(line.url + pass)
  await expect.poll(() => isKept(page, pass)).toBe(true)
  const code = page.getByRole('img', { name: /Your pass as a QR code/ })
  const online = await readQrCode(await code.screenshot())
  await goOffline(page)
  await page.reload()
  expect(await readQrCode(await code.screenshot())).toBe(online)

  // A page that was not kept: our own words, and the way to the pass.
  await page.goto(`${line.url}/evening/${event.id}`)
  await expect(page.getByRole('heading', { name: 'No network' })).toBeVisible()
  await expect(page.getByText('Your ticket still works')).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Show your pass' }).tap()
  await expect(code).toBeVisible()

  await goOnline(page)
  await page.goto(`${line.url}/profile`)
  await page.getByRole('button', { name: 'Sign out' }).tap()
  await expect(page).toHaveURL(`${line.url}/`)
  expect(await isKept(page, pass)).toBe(false)
})

test('a pass is forgotten when the server no longer gives it', async ({ phone, db, clock, line }) => {
  const { event } = await openDoorEvening(db, clock.now())
  const guest = await buildGuest(db, event.id, { user: { name: 'Noor Haddad' }, at: clock.now() })
  const page = await phone({ as: guest, ...OFFLINE })
  const pass = `/evening/${event.id}/pass`
  await page.goto(line.url + pass)
  await expect.poll(() => isKept(page, pass)).toBe(true)
  await db.session.deleteMany({ where: { userId: guest.id } })
  await page.goto(line.url + pass)
  await expect(page).toHaveURL(/\/sign-in/)
  await expect.poll(() => isKept(page, pass)).toBe(false)
})

test('a ticket that was opened once is shown without a network', async ({ phone, db, clock, line, goOffline }) => {
  const { event, regular } = await openDoorEvening(db, clock.now())
  const id = newId('rsvp')
  const ticket = ticketOf(SECRET, id)
  await buildRsvp(db, { id, eventId: event.id, userId: regular.id, ticketHash: hashToken(ticket) })
  const page = await phone(OFFLINE)
  const path = `/t/${ticket}`
  await page.goto(line.url + path)
  await expect.poll(() => isKept(page, path)).toBe(true)
  await goOffline(page)
  await page.reload()
  await expect(page.getByText('Amélie Okonkwo')).toBeVisible()
  await expectNoAxeViolations(page)
})
