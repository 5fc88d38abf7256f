// npm run bench:matching: how fast and how good the suggestions are, from small rooms to large ones, with
// the naive ways of suggesting beside them in the same run.
import { parseArgs } from 'node:util'
import { settingsFrom } from '../src/domain/matching/knobs'
import type { MatchingSettings } from '../src/domain/matching/settings'
import type { MatchingInput } from '../src/domain/matching/types'
import { runCommand, UsageError, wholeNumber } from './lib/command-line'
import { measureArrivals, type ArrivalMeasures } from './lib/matching/arrivals'
import { randomK, sharedTagTopK } from './lib/matching/baselines'
import { exactRatio, LIST_LENGTH, liveEngine, runEngine, timeStages } from './lib/matching/engine'
import { measure, topWeightOf, type Measures } from './lib/matching/measures'
import { population } from './lib/matching/population'
import { medianTimes, repetitionFor, type StageTimes } from './lib/matching/timing'
import { vocabularyFromFiles } from './lib/matching/topic-files'
import type { Vocabulary } from './lib/matching/vocabulary'
import { rounded } from './lib/percentile'
import { formatTable } from './lib/table'

const HELP = `npm run bench:matching [-- options]
  --sizes N,N,...  how many people are in the room (100,300,1000,5000,10000)
  --seed N         other people (1)
  --arrivals N     how many come in one by one, at most half of a room (200)
  --alike N        an organizer's knob, from -1, more unlike, to 1, more alike (0)
  --newcomers-first  the other one
  --topics FILE    interests as common as they really are: CSV 'topic,groups', a topic and a count
  --groups FILE    interests that really go together: CSV 'group,topics', topics with '|' between`

const EXACT_UP_TO = 300
const MOST_PEOPLE = 20_000
const BASELINES = {
  'shared tags': sharedTagTopK(false),
  'shared tags, not met': sharedTagTopK(true),
  random: randomK(1),
} as const

interface Row extends StageTimes, Measures {
  readonly n: number
  readonly exactRatio: number | null
}

interface BaselineRow extends Measures {
  readonly n: number
  readonly name: string
}

await runCommand(async () => {
  const { values: options } = parseArgs({
    options: {
      sizes: { type: 'string', default: '100,300,1000,5000,10000' },
      seed: { type: 'string', default: '1' },
      arrivals: { type: 'string', default: '200' },
      alike: { type: 'string', default: '0' },
      'newcomers-first': { type: 'boolean', default: false },
      topics: { type: 'string' },
      groups: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) {
    console.log(HELP)
    return
  }
  const sizes = options.sizes.split(',').map((size) => wholeNumber('sizes', size.trim(), 2, MOST_PEOPLE))
  const seed = wholeNumber('seed', options.seed, 0, 999_999_999)
  const arrivals = wholeNumber('arrivals', options.arrivals, 1, MOST_PEOPLE)
  const vocabulary = await vocabularyFromFiles(options)
  if (!vocabulary && options.topics !== undefined) throw new UsageError(`No row of --topics has a topic that anybody chose: ${options.topics}`)
  const alike = Number(options.alike)
  if (!(Math.abs(alike) <= 1)) throw new UsageError(`--alike is a number from -1 to 1, not ${options.alike}.`)
  await main(sizes, seed, arrivals, vocabulary, settingsFrom({ alike, newcomersFirst: options['newcomers-first'] }))
})

async function main(
  sizes: readonly number[],
  seed: number,
  arrivalCount: number,
  vocabulary: Vocabulary | undefined,
  settings: MatchingSettings,
): Promise<void> {
  const rows: Row[] = []
  const baselines: BaselineRow[] = []
  const arrivals: ArrivalMeasures[] = []
  for (const size of sizes) {
    const input = { ...population({ size, seed, ...(vocabulary ? { vocabulary } : {}) }), settings }
    const measured = await measureRoom(input)
    rows.push(measured.row)
    baselines.push(...measured.baselines)
    arrivals.push(measureArrivals(liveEngine, input, Math.min(arrivalCount, Math.floor(size / 2))))
    process.stderr.write(`${String(size)} people: done\n`)
  }
  console.log(report(rows, baselines, arrivals))
  console.log(JSON.stringify({ rows: rows.map(roundAll), baselines: baselines.map(roundAll), arrivals: arrivals.map(roundAll) }))
}

async function measureRoom(input: MatchingInput): Promise<{ readonly row: Row; readonly baselines: BaselineRow[] }> {
  const n = input.people.length
  const times = medianTimes(repetitionFor(n), () => timeStages(input))
  const { suggestions, weightOf, edges } = runEngine(input)
  const judged = { people: input.people, k: LIST_LENGTH, weightOf, topWeight: topWeightOf(edges, LIST_LENGTH) }
  const { relative, ...quality } = measure({ ...judged, suggestions })
  return {
    row: {
      n,
      ...times,
      relative,
      exactRatio: n <= EXACT_UP_TO ? await exactRatio(input) : null,
      ...quality,
    },
    baselines: Object.entries(BASELINES).map(([name, baseline]) => ({
      n,
      name,
      ...measure({ ...judged, suggestions: baseline(input, LIST_LENGTH) }),
    })),
  }
}

function report(rows: readonly Row[], baselines: readonly BaselineRow[], arrivals: readonly ArrivalMeasures[]): string {
  const quality = (one: Measures) => [
    one.relative.toFixed(3),
    one.maxExposure,
    one.gini.toFixed(3),
    one.belowK,
    one.none,
    percent(one.mutual),
    percent(one.unseen),
  ]
  const qualityHead = ['weight', 'most shown', 'Gini', `below ${String(LIST_LENGTH)}`, 'none', 'mutual', 'not met']
  const sections = [
    formatTable([
      ['people', 'candidates ms', 'assignment ms', 'both ms', 'words ms', 'of optimum', ...qualityHead],
      ...rows.map((row) => [
        row.n,
        row.candidatesMs.toFixed(1),
        row.assignMs.toFixed(1),
        row.totalMs.toFixed(1),
        row.wordsMs.toFixed(1),
        row.exactRatio?.toFixed(4) ?? '-',
        ...quality(row),
      ]),
    ]),
    formatTable([
      ['baseline', 'people', ...qualityHead],
      ...baselines.map((row) => [row.name, row.n, ...quality(row)]),
    ]),
    arrivals.length === 0
      ? 'Arrivals one by one are not measured.'
      : formatTable([
          ['arrivals', 'p50 ms', 'p99 ms', 'drops per arrival', 'of a fresh solve'],
          ...arrivals.map(({ n, p50Ms, p99Ms, dropsPerArrival, quality: share }) => [
            n,
            p50Ms.toFixed(2),
            p99Ms.toFixed(2),
            dropsPerArrival.toFixed(2),
            share.toFixed(4),
          ]),
        ]),
    [
      'Times are processor time of all threads of this process, warm, the median of 21 runs (up to 300 people),',
      '15 (1,000), 7 (5,000) or 5. The weight is that of each one’s best suggestions, as a share of what everybody',
      'would have if each were shown the best for them alone. Exposure is to how many people somebody is shown.',
    ].join('\n'),
  ]
  return sections.join('\n\n')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

/** Every number with as many decimals as mean something. */
function roundAll(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number' ? rounded(value, key.endsWith('Ms') ? 2 : 4) : value,
    ]),
  )
}
