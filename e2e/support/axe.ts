import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { isScriptless } from './watched-context'

/**
 * The same document in a browser that runs scripts, since axe is one. The page's own are refused: what it
 * is without scripts, its markup, stays as it was served, and nothing of it navigates meanwhile.
 */
async function twinOf(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('A page without a browser cannot be checked.')
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    storageState: await page.context().storageState(),
  })
  const twin = await context.newPage()
  const body = await page.content()
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': `script-src 'none'` }
  // For as long as it stands: a route that ends while style sheets are on their way loses them now and then.
  await twin.route(page.url(), (route) => route.fulfill({ headers, body }))
  await twin.goto(page.url())
  return twin
}

/** Fails with rule, sentence and elements when the page breaks a rule of WCAG 2.2, level AA. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  if (isScriptless(page.context())) {
    const twin = await twinOf(page)
    await expectNoAxeViolations(twin)
    await twin.context().close()
    return
  }
  // A page that is being replaced has no title for a moment.
  await expect(page).toHaveTitle(/./)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(found).toEqual([])
}
