import { readFile } from 'node:fs/promises'
import { INTEREST_CATALOGUE } from '../../../src/domain/interests/catalogue'
import { labelOfInterest, slugOfInterest } from '../../../src/domain/interests/normalise'
import type { ChosenInterest } from '../../../src/domain/matching/types'
import { UsageError } from '../command-line'
import type { Random } from '../random'
import { parseCsv } from './csv'
import { drawDistinct, drawer } from './draw'
import { populationAssumptions } from './population-assumptions'
import { interestCount, type Vocabulary } from './vocabulary'

/** The field of those who have chosen nothing that the catalogue knows. */
const NO_FIELD = 'other'
/** The most that is read of a file of topics or groups. */
const MOST_BYTES = 50_000_000

/** A topic, and how many chose it. */
export interface CountedTopic {
  readonly topic: string
  readonly count: number
}

/**
 * Draws interests from what real people chose. With groups, a person's interests are those of one group
 * or two, so that what goes together is real; with topics alone, only how common they are.
 * @param files CSV with a header: `topic,groups` (a name and a count) and `group,topics` (a name, and
 *     topics with '|' between).
 * @throws UsageError when a file cannot be read, or has another form.
 */
export async function vocabularyFromFiles(files: {
  readonly topics?: string | undefined
  readonly groups?: string | undefined
}): Promise<Vocabulary | undefined> {
  const topics = files.topics === undefined ? undefined : await readAs('topics', files.topics, parseTopics)
  const groups = files.groups === undefined ? undefined : await readAs('groups', files.groups, parseGroups)
  const known = knownInterests()
  const interestOf = (topic: string): ChosenInterest[] => {
    const slug = slugOfInterest(topic)
    if (slug === null) return []
    return [known.get(slug) ?? { slug, label: labelOfInterest(topic), field: '' }]
  }
  const counted = topics?.flatMap(({ topic, count }) => interestOf(topic).map((interest) => ({ interest, count })))
  const anyTopic = counted && counted.length > 0 ? drawer(counted, ({ count }) => count) : undefined
  if (!groups) return anyTopic && ((random) => tasteOf(drawFrom(random, () => anyTopic(random).interest)))

  const interestsOfGroups = groups.map((group) => group.flatMap(interestOf)).filter((group) => group.length > 0)
  return (random) => {
    const own = [random.pick(interestsOfGroups), random.pick(interestsOfGroups)]
    return tasteOf(
      drawFrom(random, () => {
        const [first = [], second = []] = own
        if (random.next() < populationAssumptions.leaningShare) return random.pick(first)
        return anyTopic ? anyTopic(random).interest : random.pick(second)
      }),
    )
  }
}

function drawFrom(random: Random, draw: () => ChosenInterest): readonly ChosenInterest[] {
  return [...new Map(drawDistinct(interestCount(random), draw).map((interest) => [interest.slug, interest])).values()]
}

/** The interests, and the fields that most of them are from, the most frequent first. */
function tasteOf(interests: readonly ChosenInterest[]) {
  const fields = new Map<string, number>()
  for (const { field } of interests) if (field !== '') fields.set(field, (fields.get(field) ?? 0) + 1)
  const leanings = [...fields].sort(([, x], [, y]) => y - x).map(([field]) => field)
  return { interests, leanings: leanings.length > 0 ? leanings.slice(0, 3) : [NO_FIELD] }
}

/** The catalogue's interests by slug, their synonyms' slugs included. */
function knownInterests(): ReadonlyMap<string, ChosenInterest> {
  const known = new Map<string, ChosenInterest>()
  for (const { slug, label, field, synonyms } of INTEREST_CATALOGUE) {
    for (const word of [label, ...synonyms]) {
      const key = slugOfInterest(word)
      if (key !== null && !known.has(key)) known.set(key, { slug, label, field })
    }
  }
  return known
}

async function readAs<T>(option: string, file: string, parse: (text: string) => readonly T[]): Promise<readonly T[]> {
  const content = await readFile(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new UsageError(`The file of --${option} cannot be read (${code}): ${file}`)
  })
  if (content.length > MOST_BYTES) throw new UsageError(`The file of --${option} is larger than 50 MB: ${file}`)
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'It is no text in UTF-8.'
    throw new UsageError(`The file of --${option} is not what is expected: ${file}: ${why}`)
  }
}

/** @throws SyntaxError saying what is wrong, with the row counted from 1, the header included. */
export function parseTopics(text: string): readonly CountedTopic[] {
  return dataRows(text, 'topic,groups').map(([topic = '', count = ''], place) => {
    if (!/^\s*\d{1,9}\s*$/.test(count)) throw new SyntaxError(`Row ${String(place + 2)} has no whole number as its second field.`)
    return { topic, count: Number(count) }
  }).filter(({ topic, count }) => slugOfInterest(topic) !== null && count > 0)
}

/** @returns the topics of each group that has any. @throws SyntaxError saying what is wrong. */
export function parseGroups(text: string): readonly (readonly string[])[] {
  const groups = dataRows(text, 'group,topics')
    .map(([, topics = '']) => topics.split('|').map((topic) => topic.trim()))
    .map((topics) => topics.filter((topic) => slugOfInterest(topic) !== null))
    .filter((topics) => topics.length > 0)
  if (groups.length === 0) throw new SyntaxError('No row has a topic.')
  return groups
}

function dataRows(text: string, header: string): readonly (readonly string[])[] {
  const [head, ...rows] = parseCsv(text)
  const written = head?.map((name) => name.trim().toLowerCase()).join(',')
  if (written !== header) throw new SyntaxError(`Its first row is not '${header}'.`)
  if (rows.length === 0) throw new SyntaxError('Nothing follows its first row.')
  const wrong = rows.findIndex((row) => row.length !== 2)
  if (wrong !== -1) throw new SyntaxError(`Row ${String(wrong + 2)} has ${String(rows[wrong]?.length ?? 0)} fields instead of 2.`)
  return rows
}
