// npm run bench:door: a burst of phones at the door of a cold server, and check-ins a second through the
// real route beside the rate at which the same server runs the same SQL without any web server in between.
import { parseArgs } from 'node:util'
import { createDatabase } from '../src/server/db/client'
import { systemClock } from '../src/server/lib/clock'
import { atEnd, runToTheEnd } from './lib/clean-up'
import { runCommand, UsageError, wholeNumber } from './lib/command-line'
import { measureBurst } from './lib/door/burst'
import { countPerCheckIn } from './lib/door/per-check-in'
import { measureSustained, measureTwo } from './lib/door/sustained'
import { makePeople } from './lib/door-people'
import { seededRandom } from './lib/random'
import { startServer } from './lib/server'
import { formatTable } from './lib/table'

const HELP = `npm run bench:door [-- options]
  --only PART        burst, sustained or two alone, instead of all three
  --phones N         how many come in the burst (800)
  --within S         within so many seconds (60)
  --seconds N        how long each measurement of check-ins a second runs (10)
  --rounds N         measurements of each kind, in turns (3)
  --connections N    HTTP connections at the same time (32)
  --seed N           another queue (1)
  --cpu-prof DIR     writes a CPU profile of the sustained check-ins there; the rates are lower then`

const PARTS = ['burst', 'sustained', 'two'] as const
const PEOPLE = 1_000
/** Connections of the benchmark itself, for making people and events. */
const OWN_CONNECTIONS = 4

type Figures = Readonly<Record<string, unknown>>

/** What a part of the benchmark found. */
interface Found {
  readonly figures: Figures
  readonly rows: readonly (readonly (string | number)[])[]
  /** Whether all was as it must be. */
  readonly good: boolean
}

await runCommand(async () => {
  const options = readOptions()
  if (options) await runToTheEnd(() => main(options))
  else console.log(HELP)
})

/** @returns undefined when help was asked for. @throws UsageError for values out of range. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      phones: { type: 'string', default: '800' },
      within: { type: 'string', default: '60' },
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '32' },
      seed: { type: 'string', default: '1' },
      'cpu-prof': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const only = PARTS.find((part) => part === values.only)
  if (values.only !== undefined && !only) {
    throw new UsageError(`--only takes ${PARTS.join(', ')}, not ${JSON.stringify(values.only)}.`)
  }
  return {
    wanted: (part: (typeof PARTS)[number]) => only === undefined || part === only,
    burst: {
      phones: wholeNumber('phones', values.phones, 4, 100_000),
      seconds: wholeNumber('within', values.within, 1, 3_600),
      seed: wholeNumber('seed', values.seed, 0, 999_999_999),
    },
    effort: {
      seconds: wholeNumber('seconds', values.seconds, 1, 600),
      rounds: wholeNumber('rounds', values.rounds, 1, 100),
      connections: wholeNumber('connections', values.connections, 1, 1_000),
    },
    profile: values['cpu-prof'],
  }
}

type Options = NonNullable<ReturnType<typeof readOptions>>

async function main(options: Options): Promise<boolean> {
  const found: Found[] = []
  if (options.wanted('burst')) found.push(await burst(options))
  if (options.wanted('sustained') || options.wanted('two')) found.push(await rates(options))
  console.log(found.map(({ rows }) => formatTable(rows)).join('\n\n'))
  console.log(JSON.stringify(together(found)))
  return found.every(({ good }) => good)
}

function together(parts: readonly { readonly figures: Figures }[]): Figures {
  return Object.fromEntries(parts.flatMap(({ figures }) => Object.entries(figures)))
}

/** Starts everything fresh, with a client of the database. */
async function start(env: Readonly<Record<string, string>> = {}) {
  const server = await startServer({ movable: false, env })
  const db = createDatabase(server.database.url, OWN_CONNECTIONS)
  atEnd(() => db.$disconnect())
  return { server, db }
}

async function burst({ burst: { seed, ...size } }: Options): Promise<Found> {
  const { server, db } = await start()
  const { figures, rows, faults } = await measureBurst(server, db, size, seededRandom(seed))
  await server.app.stop()
  for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`)
  if (faults.length > 0) process.stderr.write(`${server.log.join('\n')}\n`)
  const good = figures.errors === 0 && figures.duplicates === 0 && figures.lost === 0 && figures.checkIns === size.phones
  return { figures: { burst: figures }, rows, good }
}

/** Check-ins a second, of one instance and of two. */
async function rates({ wanted, effort, profile }: Options): Promise<Found> {
  const preload = new URL(`./lib/cpu-profile.mjs?directory=${encodeURIComponent(profile ?? '')}`, import.meta.url)
  const { server, db } = await start(profile ? { NODE_OPTIONS: `--import ${preload.href}` } : {})
  const people = await makePeople(db, PEOPLE, systemClock.now())
  const parts: (Omit<Found, 'good'> & { readonly answered: number })[] = []
  if (wanted('sustained')) {
    const perCheckIn = await countPerCheckIn(server, db, people)
    const sustained = await measureSustained(server, db, people, effort, () => {
      if (profile) process.kill(server.app.pid, 'SIGUSR2')
    })
    parts.push({ ...sustained, figures: { sustained: sustained.figures } })
    parts.push({ ...perCheckIn, figures: { perCheckIn: perCheckIn.figures } })
  }
  if (wanted('two')) {
    const two = await measureTwo(server, db, people, effort)
    parts.push({ ...two, figures: { twoInstances: two.figures } })
  }
  const answered = parts.reduce((sum, part) => sum + part.answered, 0)
  const present = await db.checkIn.count()
  return {
    figures: together(parts),
    rows: [
      ['', 'median', 'each round'],
      ...parts.flatMap(({ rows }) => rows),
      ['rows / check-ins answered', `${String(present)} / ${String(answered)}`, ''],
    ],
    good: present === answered,
  }
}
