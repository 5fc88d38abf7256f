import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test as base } from './fixtures'
import { answerOn, namesIn, openDoorEvening, openScanner, passCode } from './support/door-evening'
import { pictureOf, writeFilm } from './support/fake-camera'
import { openDevice } from './support/watched-context'

interface CameraFixtures {
  /** A phone whose camera shows these pictures, one after the other, for ever. */
  readonly phoneSeeing: (pictures: readonly Uint8Array[], user: { readonly id: string }) => Promise<Page>
}

const test = base.extend<CameraFixtures>({
  phoneSeeing: async ({ playwright, launchOptions, app, signInAs }, use) => {
    const directory = await mkdtemp(join(tmpdir(), 'serendip-film-'))
    const closing: (() => Promise<unknown>)[] = []
    await use(async (pictures, user) => {
      const film = join(directory, `${String(closing.length)}.y4m`)
      await writeFilm(film, pictures)
      const args = [...(launchOptions.args ?? []), `--use-file-for-fake-video-capture=${film}`]
      const browser = await playwright.chromium.launch({ ...launchOptions, args })
      const shape = { baseURL: app.url, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
      const device = await openDevice(browser, { ...shape, permissions: ['camera'] }, [])
      closing.push(async () => {
        await browser.close()
        expect(device.faults, 'errors on the pages of this test').toEqual([])
      })
      const page = await device.context.newPage()
      await signInAs(page, user)
      return page
    })
    for (const close of closing) await close()
    await rm(directory, { recursive: true, force: true })
  },
})

const VIEWS = {
  'held straight': {},
  'out of focus': { blurred: 3 },
  'held askew': { rotated: 33 },
  'upside down': { rotated: 180 },
  'on a dim screen': { between: [96, 132] },
} as const

for (const [how, view] of Object.entries(VIEWS)) {
  test(`the camera reads a pass ${how}`, async ({ phoneSeeing, db, clock, app }) => {
    const { event, host, regular, path } = await openDoorEvening(db, clock.now())
    const page = await phoneSeeing([pictureOf(passCode(app.url, regular.id), view)], host)
    await openScanner(page, path)
    await expect(answerOn(page)).toHaveAttribute('data-answer', /IN|ALREADY/, { timeout: 30_000 })
    await expect(answerOn(page).getByText('12th time')).toBeVisible()
    expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
  })
}

test('the camera reads after a link from the door screen, and the scanner is kept from there too', async ({ phoneSeeing, db, clock, app }) => {
  const { event, host, regular } = await openDoorEvening(db, clock.now())
  const page = await phoneSeeing([pictureOf(passCode(app.url, regular.id))], host)
  await page.goto(`/door/${event.id}`)
  await page.getByText('For hosts').tap()
  await page.getByRole('link', { name: 'Scanner' }).tap()
  await expect(answerOn(page)).toHaveAttribute('data-answer', /IN|ALREADY/, { timeout: 30_000 })
  await expect(page.getByText('works without a network too')).toBeVisible()
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})

test('a foreign code and an unreadable one do not stop the camera', async ({ phoneSeeing, db, clock, app }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const noise = pictureOf(null).map((_grey, at) => (at * 2_654_435_761) % 251)
  const page = await phoneSeeing(
    [pictureOf('WIFI:T:WPA;S:Hall;P:secret;;'), noise, pictureOf(null), pictureOf(passCode(app.url, regular.id))],
    host,
  )
  await openScanner(page, path)
  await expect.poll(() => namesIn(db, event.id), { timeout: 30_000 }).toEqual(['Amélie Okonkwo'])
  await expectNoAxeViolations(page)
})

test('a pass that is held up is answered again after a while, and counts once', async ({ phoneSeeing, db, clock, app }) => {
  const { event, host, regular, path } = await openDoorEvening(db, clock.now())
  const page = await phoneSeeing([pictureOf(passCode(app.url, regular.id))], host)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('scanner.checkIn')) asked.push(request.url())
  })
  await openScanner(page, path)
  await expect(answerOn(page)).toHaveAttribute('data-answer', 'ALREADY', { timeout: 30_000 })
  // Ten pictures a second were looked at meanwhile.
  expect(asked.length).toBeLessThanOrEqual(3)
  expect(await namesIn(db, event.id)).toEqual(['Amélie Okonkwo'])
})
