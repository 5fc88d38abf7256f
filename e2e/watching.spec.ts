import { expect, test } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe'
import { openDevice } from './support/watched-context'

// The journeys rely on being failed by what goes wrong out of sight; this shows that it is seen.

const ORIGIN = 'http://localhost:9'
const html = (body: string) => `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}</main>`

test('an error on a page, an exception and a broken answer are written down, an expected one is not', async ({
  browser,
}) => {
  const { context, faults } = await openDevice(browser, { baseURL: ORIGIN }, [/provoked/])
  await context.route(`${ORIGIN}/**`, (route) =>
    route.request().url().endsWith('/broken')
      ? route.fulfill({ status: 503 })
      : route.fulfill({
          contentType: 'text/html',
          body: html(`<script>
            console.error('provoked by the test')
            console.error('written by the page')
            fetch('/broken')
            setTimeout(() => { throw new Error('thrown by the page') }, 0)
          </script>`),
        }),
  )
  const page = await context.newPage()
  await page.goto('/')
  await expect.poll(() => faults.join('\n')).toMatch(/thrown by the page/)
  await expect.poll(() => faults.join('\n')).toMatch(/answer 503: GET .*\/broken/)
  expect(faults.join('\n')).toContain('written by the page')
  expect(faults.join('\n')).not.toContain('provoked by the test')
  await context.close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`an inaccessible page is found ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const { context } = await openDevice(browser, { baseURL: ORIGIN, javaScriptEnabled }, [])
    await context.route(`${ORIGIN}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: html('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">') }),
    )
    await context.route(`${ORIGIN}/good`, (route) =>
      route.fulfill({ contentType: 'text/html', body: html('<p>All is well.</p>') }),
    )
    const page = await context.newPage()
    await page.goto('/')
    await expect(expectNoAxeViolations(page)).rejects.toThrow(/image-alt/)
    await page.goto('/good')
    await expectNoAxeViolations(page)
    await context.close()
  })
}

test('nothing but this machine is reached', async ({ page }) => {
  await expect(page.goto('http://example.org/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/)
})
