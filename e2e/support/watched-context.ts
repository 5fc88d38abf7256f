import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'

/** A browser of one person. */
export interface Device {
  readonly context: BrowserContext
  /** What went wrong on its pages and was not expected, a line each. */
  readonly faults: readonly string[]
}

const scriptless = new WeakSet<BrowserContext>()

/** Whether no script runs on the pages of this browser, not even one that a test brings. */
export function isScriptless(context: BrowserContext): boolean {
  return scriptless.has(context)
}

/**
 * Opens a browser of its own that writes down every error on a console, every uncaught exception and
 * every answer of the application with a status of 500 or more.
 * @param expected what may stand in such a line because the test provokes it.
 */
export async function openDevice(
  browser: Browser,
  options: BrowserContextOptions & { readonly baseURL: string },
  expected: readonly RegExp[],
): Promise<Device> {
  const faults: string[] = []
  const note = (line: string) => {
    if (!expected.some((pattern) => pattern.test(line))) faults.push(line)
  }
  const context = await browser.newContext(options)
  if (options.javaScriptEnabled === false) scriptless.add(context)
  const { origin } = new URL(options.baseURL)
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    note(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => {
    note(`page error: ${error.error().message}`)
  })
  context.on('response', (response) => {
    if (response.status() < 500 || new URL(response.url()).origin !== origin) return
    note(`answer ${String(response.status())}: ${response.request().method()} ${response.url()}`)
  })
  return { context, faults }
}
