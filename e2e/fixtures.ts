import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test'
import { sessionCookieName } from '../src/server/auth/session-cookie'
import { buildSession } from '../tests/factories/user'
import { truncateAll } from '../tests/setup/postgres'
import { startApplication, type Application } from './support/application'
import { openDevice, type Device } from './support/watched-context'

export { expect } from '@playwright/test'
export { expectNoAxeViolations } from './support/axe'
export { readQrCode, readQrCodes } from './support/qr'

/** What a browser of one person is opened with. */
export interface DeviceOptions extends Pick<
  BrowserContextOptions,
  'javaScriptEnabled' | 'locale' | 'timezoneId' | 'extraHTTPHeaders' | 'permissions' | 'reducedMotion' | 'colorScheme'
> {
  /** Who is signed in on it from the start. */
  readonly as?: { readonly id: string }
  /** Errors that the test provokes: whatever matches one of these does not fail it. */
  readonly expected?: readonly RegExp[]
}

interface TestFixtures {
  /** The running application's database. */
  readonly db: Application['db']
  /** The application's clock, which each test finds at the real time. */
  readonly clock: Application['clock']
  /** The mail that the application sent during this test. */
  readonly inbox: Application['inbox']
  /** A page on a phone of its own, 390 x 844, by touch. An unexpected error on any page of it fails the test. */
  readonly phone: (options?: DeviceOptions) => Promise<Page>
  /** A page on a computer of its own, 1280 x 800; watched like a phone. */
  readonly desk: (options?: DeviceOptions) => Promise<Page>
  /** Signs the person in on the browser of this page, without a mail: inserts a session, sets its cookie. */
  readonly signInAs: (page: Page, user: { readonly id: string }) => Promise<void>
  /** What the test makes the application log as an error: `test.use({ expectedLog: /.../ })`. */
  readonly expectedLog: RegExp | undefined
  /**
   * Empties database and mailbox and sets the clock right before the test; afterwards fails it when the
   * application logged an error.
   */
  readonly clean: undefined
}

interface WorkerFixtures {
  readonly app: Application
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const
const DESK = { viewport: { width: 1280, height: 800 } } as const
/** A log line of level error or fatal, or an error that was printed past the logger. */
const LOGGED_ERROR = /^\{"level":"(?:error|fatal)"|^\s*\S{0,3}\s*(?:Uncaught |Unhandled )?[A-Za-z]*Error\b/
const SESSION_MS = 30 * 86_400_000

export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [
    async ({}, use, { parallelIndex }) => {
      const app = await startApplication(parallelIndex)
      await use(app)
      await app.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  expectedLog: [undefined, { option: true }],

  clean: [
    async ({ app, expectedLog }, use, testInfo) => {
      await truncateAll(app.databaseUrl)
      await app.clock.reset()
      app.inbox.clear()
      const before = app.log.length
      await use(undefined)
      const lines = app.log.slice(before)
      const errors = lines.filter((line) => LOGGED_ERROR.test(line) && !expectedLog?.test(line))
      if (errors.length > 0 || testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('application.log', { body: lines.join('\n'), contentType: 'text/plain' })
      }
      expect(errors, 'errors that the application logged').toEqual([])
    },
    { auto: true },
  ],

  baseURL: async ({ app }, use) => use(app.url),
  db: async ({ app }, use) => use(app.db),
  clock: async ({ app }, use) => use(app.clock),
  inbox: async ({ app }, use) => use(app.inbox),

  signInAs: async ({ app }, use) =>
    use(async (page, user) => {
      const expires = new Date(app.clock.now().getTime() + SESSION_MS)
      const { token } = await buildSession(app.db, { userId: user.id, expires, createdAt: app.clock.now() })
      await page.context().addCookies([
        { name: sessionCookieName(), value: token, url: app.url, httpOnly: true, sameSite: 'Lax' },
      ])
    }),

  phone: async ({ browser, app, signInAs }, use) => {
    const devices: Device[] = []
    await use(async (options) => open(PHONE, { browser, app, signInAs, devices }, options))
    await closeAll(devices)
  },

  desk: async ({ browser, app, signInAs }, use) => {
    const devices: Device[] = []
    await use(async (options) => open(DESK, { browser, app, signInAs, devices }, options))
    await closeAll(devices)
  },
})

interface Surroundings extends Pick<TestFixtures, 'signInAs'> {
  readonly browser: Parameters<typeof openDevice>[0]
  readonly app: Application
  readonly devices: Device[]
}

async function open(
  shape: BrowserContextOptions,
  { browser, app, signInAs, devices }: Surroundings,
  { as, expected = [], ...options }: DeviceOptions = {},
): Promise<Page> {
  const device = await openDevice(browser, { baseURL: app.url, ...shape, ...options }, expected)
  devices.push(device)
  const page = await device.context.newPage()
  if (as) await signInAs(page, as)
  return page
}

async function closeAll(devices: readonly Device[]): Promise<void> {
  await Promise.all(devices.map(({ context }) => context.close()))
  expect(
    devices.flatMap(({ faults }) => faults),
    'errors on the pages of this test',
  ).toEqual([])
}
