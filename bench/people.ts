// npm run bench:people: Today and search with a long list of one's own, beside the least SQL that the same
// answer needs, asked by the driver alone on the same database in the same run.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { createCaller } from '../src/server/api/root'
import type { Context } from '../src/server/api/context'
import { createDatabase } from '../src/server/db/client'
import { systemClock } from '../src/server/lib/clock'
import { atEnd, runToTheEnd } from './lib/clean-up'
import { runCommand, wholeNumber } from './lib/command-line'
import { percentile, rounded } from './lib/percentile'
import { bareSearch, bareToday } from './lib/people/bare'
import { searchWords } from './lib/people/names'
import { seedPeople } from './lib/people/seed'
import { startDatabase } from './lib/server'
import { formatTable } from './lib/table'

const HELP = `npm run bench:people [-- options]
  --contacts N   people in the list (5000); four interactions each
  --looks N      how often each is asked (200)`

/** Looks that are not counted: the first ones plan statements and fill caches. */
const WARM_UP = 20

interface Options {
  readonly contacts: number
  readonly looks: number
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      contacts: { type: 'string', default: '5000' },
      looks: { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const options = {
    contacts: wholeNumber('contacts', values.contacts, 10, 100_000),
    looks: wholeNumber('looks', values.looks, 10, 10_000),
  }
  await runToTheEnd(() => main(options))
})

/** How long each look takes, in milliseconds; the two take turns, so that both meet the same machine. */
async function inTurns(looks: number, works: readonly ((at: number) => Promise<unknown>)[]): Promise<readonly number[][]> {
  const times = works.map((): number[] => [])
  for (let at = -WARM_UP; at < looks; at++) {
    for (const [index, work] of works.entries()) {
      const begin = performance.now()
      await work(at + WARM_UP)
      if (at >= 0) times[index]?.push(performance.now() - begin)
    }
  }
  return times
}

async function main({ contacts, looks }: Options): Promise<boolean> {
  process.stderr.write('Starting PostgreSQL …\n')
  const { url } = await startDatabase()
  const db = createDatabase(url, 10)
  atEnd(() => db.$disconnect())
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  atEnd(() => client.end())
  const now = systemClock.now()
  const userId = await seedPeople(client, contacts, now)
  const caller = createCaller(contextOf(db, userId))

  const [today = [], bareTodays = []] = await inTurns(looks, [
    () => caller.today.mine({}),
    () => bareToday(client, userId),
  ])
  const [search = [], bareSearches = []] = await inTurns(looks, [
    (at) => caller.contact.list({ q: searchWords(at) }),
    (at) => bareSearch(client, userId, searchWords(at)),
  ])
  const found = await caller.today.mine({})
  const rows = [
    ['', 'p50 ms', 'p95 ms', 'bare SQL p95 ms', 'ratio'],
    ...[
      ['Today', today, bareTodays] as const,
      ['search', search, bareSearches] as const,
    ].map(([name, times, bare]) => [
      name,
      rounded(percentile(times, 0.5), 1),
      rounded(percentile(times, 0.95), 1),
      rounded(percentile(bare, 0.95), 1),
      ratio(times, bare),
    ]),
  ]
  console.log(formatTable(rows))
  console.log(
    JSON.stringify({
      contacts,
      todayP95Ms: rounded(percentile(today, 0.95), 1),
      searchP95Ms: rounded(percentile(search, 0.95), 1),
      todayRatio: ratio(today, bareTodays),
      searchRatio: ratio(search, bareSearches),
      due: found.dueTotal,
    }),
  )
  return found.fourFromTheBottom.length === 4
}

/** How many times as long as the bare SQL, at the median, where the machine's other work shows least. */
function ratio(times: readonly number[], bare: readonly number[]): number {
  return rounded(percentile(times, 0.5) / percentile(bare, 0.5), 2)
}

function contextOf(db: Context['db'], userId: string): Context {
  return {
    db,
    viewer: { userId, name: 'Owner', email: 'owner@example.org', doorGuest: false, operator: false, locale: 'en', sessionHash: '' },
    clock: systemClock,
    secret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://localhost:3000',
    live: {
      subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }),
      ready: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    mailLeaves: false,
    locale: 'en',
    requestId: 'bench',
    ip: '127.0.0.1',
  }
}
