// npm run eval:matching -- --infocom DIR: how well the app's pair score tells who will spend time
// together, on real people at a real conference, with simpler ways beside it.
import { parseArgs } from 'node:util'
import { defaultSettings, type MatchingSettings } from '../src/domain/matching/settings'
import { runCommand, UsageError } from './lib/command-line'
import { allOf, atRandom, idfCosine, sharedTags, topicsOf } from './lib/infocom/baselines'
import { engineScore } from './lib/infocom/engine'
import { evaluate, type PairMethod } from './lib/infocom/protocol'
import { readConference, type FormEntry } from './lib/infocom/read-data'
import { rounded } from './lib/percentile'
import { formatTable } from './lib/table'

const HELP = `npm run eval:matching -- --infocom DIR [--variants]
  --infocom DIR  a directory with people.json, what each wrote in a form, and contacts.csv, who was
                 near whom for how many seconds
  --variants     the engine's score with one part of it left out or changed at a time, too`

const ENGINE = 'the engine'

/** What the engine's choices are worth, one at a time. */
const VARIANTS: Readonly<Record<string, Partial<MatchingSettings>>> = {
  'the engine, interests alone': { contextWeight: 0 },
  'the engine, context alone': { interestWeight: 0 },
  'the engine, no saturation': { halfSaturation: 1e6 },
  'the engine, saturation at 0.25': { halfSaturation: 0.25 },
  'the engine, saturation at 1': { halfSaturation: 1 },
  'the engine, context a half of interests': { contextWeight: defaultSettings.interestWeight / 2 },
  'the engine, interests a half of context': { interestWeight: defaultSettings.contextWeight / 2 },
}

await runCommand(main)

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      infocom: { type: 'string' },
      variants: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) {
    console.log(HELP)
    return
  }
  if (options.infocom === undefined) throw new UsageError('Say where the data is: --infocom DIR.')
  const conference = await readConference(options.infocom)
  const methods = Object.entries(methodsFor(conference.people, options.variants))
  const rows = methods.map(([method, score]) => {
    const { all, strangers } = evaluate(conference, score)
    return { method, all: figure(all), strangers: figure(strangers) }
  })

  console.log(`NDCG@5 over ${String(conference.people.length)} people; differences under 0.03 mean nothing at this size.`)
  console.log(
    formatTable([
      ['method', 'contacts among all', 'among strangers'],
      ...rows.map(({ method, all, strangers }) => [method, all?.toFixed(3) ?? '-', strangers?.toFixed(3) ?? '-']),
    ]),
  )
  const engine = rows.find(({ method }) => method === ENGINE)
  console.log(
    JSON.stringify({
      rows,
      engine: { all: engine?.all ?? null, strangers: engine?.strangers ?? null },
      people: conference.people.length,
    }),
  )
}

function methodsFor(people: readonly FormEntry[], withVariants: boolean): Record<string, PairMethod> {
  return {
    random: atRandom,
    'shared tags (Jaccard)': sharedTags,
    'IDF cosine of topics': idfCosine(people, topicsOf),
    'IDF cosine of the whole form': idfCosine(people, allOf),
    [ENGINE]: engineScore(people),
    ...(withVariants &&
      Object.fromEntries(
        Object.entries(VARIANTS).map(([name, change]) => [name, engineScore(people, { ...defaultSettings, ...change })]),
      )),
  }
}

/** Null where there was nobody to rank. */
function figure(value: number): number | null {
  return Number.isNaN(value) ? null : rounded(value, 4)
}
