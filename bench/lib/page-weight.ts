import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Response } from '@playwright/test'
import { findChromium } from '../../e2e/support/chromium'
import { atEnd } from './clean-up'

/** What a browser loads for one page, as transferred, that is compressed. */
export interface PageWeight {
  readonly status: number
  /** Bodies of all scripts, in bytes. */
  readonly scripts: number
  readonly scriptCount: number
  /** Head and body of the page itself, in bytes. */
  readonly document: number
  /** Requests of any kind, the page's own included. */
  readonly requests: number
}

/** A page counts as loaded once it has asked for nothing new for so long. */
const QUIET_MS = 1_000
const POLL_MS = 100

/** A real Chromium, closed at the end. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  const definite = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const browser = await chromium.launch({ executablePath, env: Object.fromEntries(definite) })
  atEnd(() => browser.close())
  return browser
}

/** Opens a page on a phone with nothing in its cache, and weighs what it loads. */
export async function weigh(browser: Browser, url: string, cookies: ReadonlyMap<string, string>): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  try {
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
    const page = await context.newPage()
    const responses: Response[] = []
    let requests = 0
    let lastAt = performance.now()
    page.on('request', () => {
      requests++
      lastAt = performance.now()
    })
    page.on('response', (response) => responses.push(response))
    const answer = await page.goto(url, { waitUntil: 'load' })
    while (performance.now() - lastAt < QUIET_MS) await wait(POLL_MS)

    const scripts = responses.filter((response) => response.request().resourceType() === 'script')
    const sizes = await Promise.all(scripts.map((response) => response.request().sizes()))
    const own = await answer?.request().sizes()
    return {
      status: answer?.status() ?? 0,
      scripts: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
      scriptCount: scripts.length,
      document: own ? own.responseHeadersSize + own.responseBodySize : 0,
      requests,
    }
  } finally {
    await context.close()
  }
}
