// npm run bench:pages: the JavaScript that each page for phones loads in a real browser, beside an empty
// page that the same Next builds in the same run; and the check-in page's bytes over the wire.
import { runToTheEnd } from './lib/clean-up'
import { serveEmptyPage } from './lib/empty-page'
import { arrive, passOf, type Arrivals } from './lib/evening/arrive'
import { makeCrowd } from './lib/evening/crowd'
import { collectFaults } from './lib/evening/faults'
import { openEvening } from './lib/evening/organizer'
import { ownTarget } from './lib/evening/target'
import { openBrowser, weigh, type PageWeight } from './lib/page-weight'
import { rounded } from './lib/percentile'
import { seededRandom } from './lib/random'
import { formatTable } from './lib/table'

const MOST_RATIO = 1.25
/** What a phone gets in its first round trip: ten TCP segments of a new connection. */
const MOST_CHECK_IN_BYTES = 14_000
const NOBODY: ReadonlyMap<string, string> = new Map()
const PEOPLE = 6

await runToTheEnd(main)

async function main(): Promise<boolean> {
  const target = await ownTarget()
  const evening = await openEvening(target)
  const arrivals: Arrivals = { attendees: [], checkInMs: [], duplicates: 0 }
  const faults = collectFaults()
  for (const guest of makeCrowd(PEOPLE, seededRandom(1))) await arrive(evening, guest, target.url, arrivals, faults)
  const [one, other] = arrivals.attendees
  if (!one || !other) throw new Error(`Nobody could check in:\n${faults.first().join('\n')}`)
  const cookies = one.phone.cookies()
  const pass = await passOf(evening, other.phone)

  process.stderr.write('Building an empty page …\n')
  const emptyUrl = await serveEmptyPage()
  const browser = await openBrowser()
  const empty = await weigh(browser, emptyUrl, NOBODY)
  const room = `/evening/${evening.eventId}`
  const wanted = [
    ['/', '/', NOBODY],
    ['/ (signed in)', '/', cookies],
    ['/sign-in', '/sign-in', NOBODY],
    ['/evening/<event>', room, cookies],
    ['/evening/<event>/hello', `${room}/hello`, cookies],
    ['/evening/<event>/pass', `${room}/pass`, cookies],
    ['/profile', '/profile', cookies],
    ['/m/<pass>', pass, cookies],
  ] as const
  const pages: (PageWeight & { readonly page: string; readonly ratio: number })[] = []
  for (const [page, path, as] of wanted) {
    const weight = await weigh(browser, `${target.url}${path}`, as)
    if (weight.status !== 200) throw new Error(`${page} answers with status ${String(weight.status)}.`)
    pages.push({ ...weight, page, ratio: rounded(weight.scripts / empty.scripts, 4) })
  }
  const door = await weigh(browser, `${target.url}${await evening.doorPath()}`, NOBODY)

  console.log(
    formatTable([
      ['page', 'scripts, bytes', 'files', 'of empty page'],
      ['an empty Next page', empty.scripts, empty.scriptCount, '1.000'],
      ...pages.map(({ page, scripts, scriptCount, ratio }) => [page, scripts, scriptCount, ratio.toFixed(3)]),
    ]),
  )
  console.log(`Check-in page: ${String(door.document)} bytes over the wire, requests: ${String(door.requests)}`)
  const worst = Math.max(...pages.map(({ ratio }) => ratio))
  console.log(
    JSON.stringify({
      emptyPageBytes: empty.scripts,
      pages: pages.map(({ page, scripts, ratio }) => ({ page, bytes: scripts, ratio })),
      worstRatio: worst,
      checkInPage: { bytes: door.document, requests: door.requests },
    }),
  )
  return worst <= MOST_RATIO && door.status === 200 && door.document <= MOST_CHECK_IN_BYTES && door.requests === 1
}
