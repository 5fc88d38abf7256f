// npm run simulate:season: a season of evenings in a model community, with the engine's suggestions, with
// naive ones and with none; the same people and the same chance.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, UsageError, wholeNumber } from './lib/command-line'
import { startProgress } from './lib/progress'
import { assumed, type SeasonAssumption } from './lib/season/assumptions'
import { drawChart } from './lib/season/chart'
import { runSeasons } from './lib/season/compare'
import { jsonOf, reportOf, type Outcome } from './lib/season/report'
import { WAYS } from './lib/season/ways'

const DEFAULT_OUT = '.cache/season.svg'
const HELP = `npm run simulate:season [-- options]
  --seeds N      how many seasons, each of other people (20)
  --people N     about how many come to an evening (200)
  --evenings N   how long a season is (12)
  --out FILE     where the chart is written, as SVG (${DEFAULT_OUT})`

/** What is varied beside the season itself is run for fewer seeds. */
const SEEDS_OF_VARIATIONS = 8
const FOLLOWED: readonly SeasonAssumption[] = ['followsLow', 'follows', 'followsHigh']

await runCommand(async () => {
  const { values: options } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20' },
      people: { type: 'string', default: '200' },
      evenings: { type: 'string', default: '12' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) {
    console.log(HELP)
    return
  }
  const seeds = wholeNumber('seeds', options.seeds, 2, 200)
  const people = wholeNumber('people', options.people, 20, 1_000)
  const evenings = wholeNumber('evenings', options.evenings, 2, 52)
  // Directories are made for the default alone: Node's recursive mkdir never ends under /proc.
  if (options.out === undefined) await mkdir(path.dirname(DEFAULT_OUT), { recursive: true })
  const out = options.out ?? DEFAULT_OUT
  // The chart comes last and the run is long: a place that cannot be written is said before.
  await write(out, '', 'a')
  const outcome = simulate(seeds, people, evenings)
  await write(out, drawChart(outcome))
  console.log(`${reportOf(outcome)}\n\nThe chart: ${out}`)
  console.log(JSON.stringify(jsonOf(outcome)))
})

function simulate(seeds: number, people: number, evenings: number): Outcome {
  const caseSeeds = Math.min(seeds, SEEDS_OF_VARIATIONS)
  const progress = startProgress('Seasons', (seeds + caseSeeds * FOLLOWED.length) * WAYS.length)
  const run = (count: number, follows: number, meetingBringsBack: boolean) =>
    runSeasons({ seeds: count, people, evenings, follows, meetingBringsBack, onSeason: progress.step })
  const seasons = run(seeds, assumed('follows'), true)
  const cases = FOLLOWED.map((name) => {
    const follows = assumed(name)
    return {
      follows,
      label: `${String(Math.round(follows * 100))}%`,
      // The middle one has been run already.
      seasons: name === 'follows' ? firstSeeds(seasons, caseSeeds) : run(caseSeeds, follows, true),
    }
  })
  const withoutReturnEffect = run(caseSeeds, assumed('follows'), false)
  progress.end()
  return { seasons, cases, withoutReturnEffect, seeds, caseSeeds, people, evenings }
}

function firstSeeds({ engine, naive, none }: Outcome['seasons'], count: number): Outcome['seasons'] {
  return { engine: engine.slice(0, count), naive: naive.slice(0, count), none: none.slice(0, count) }
}

/** @param flag 'w' puts the content in place of what stood there, 'a' adds it at the end. */
async function write(file: string, content: string, flag: 'w' | 'a' = 'w'): Promise<void> {
  try {
    await writeFile(file, content, { flag })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new UsageError(`The chart cannot be written (${code}): ${file}`)
  }
}
