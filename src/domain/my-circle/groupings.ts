import { slugOfInterest } from '../interests/normalise'
import { SILENCES, type Silence } from './silence'
import type { OwnPerson } from './own-people'

/** Some of the owner's people under one heading. */
export interface Grouping {
  readonly key: string
  readonly label: string
  /** In the order of the list that was grouped. */
  readonly people: readonly OwnPerson[]
}

type Heading = readonly [key: string, label: string]

/** Puts people under all headings that each has, the fullest heading first, then by label. */
function groupBy(people: readonly OwnPerson[], headingsOf: (person: OwnPerson) => readonly Heading[]): readonly Grouping[] {
  const found = new Map<string, { label: string; people: Set<OwnPerson> }>()
  for (const person of people) {
    for (const [key, label] of headingsOf(person)) {
      const grouping = found.get(key) ?? { label, people: new Set() }
      grouping.people.add(person)
      found.set(key, grouping)
    }
  }
  return [...found]
    .map(([key, grouping]) => ({ key, label: grouping.label, people: [...grouping.people] }))
    .sort((a, b) => b.people.length - a.people.length || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.key < b.key ? -1 : 1))
}

/** What somebody is known for: interests that they show, and the owner's own tags, a tag of the same word being the same. */
export function topicsOf(person: OwnPerson): readonly Heading[] {
  const shown = person.interests.map(({ slug, label }) => [slug, label] as const)
  const known = new Set(shown.map(([slug]) => slug))
  const tagged = person.tags.flatMap((tag) => {
    const slug = slugOfInterest(tag)
    return slug === null || known.has(slug) ? [] : [[slug, tag] as const]
  })
  return [...shown, ...tagged]
}

/** By what people show they are interested in, and by the owner's tags. */
export function byInterest(people: readonly OwnPerson[]): readonly Grouping[] {
  // Where some show it and others are only tagged, it is called as it is shown.
  const labels = new Map(people.flatMap((person) => person.interests.map(({ slug, label }) => [slug, label] as const)))
  return groupBy(people, (person) => topicsOf(person).map(([slug, label]) => [slug, labels.get(slug) ?? label]))
}

/** By the communities at whose events the owner met them. */
export function byCommunity(people: readonly OwnPerson[]): readonly Grouping[] {
  return groupBy(people, (person) => person.metAt.map(({ community }) => [community, community]))
}

/** By how long it has been since the last interaction: every band, those with nobody too, the shortest first. */
export function bySilence(
  people: readonly OwnPerson[],
  silenceOf: (lastOn: string | null) => Silence,
): readonly { readonly silence: Silence; readonly people: readonly OwnPerson[] }[] {
  const bands = new Map(SILENCES.map((silence) => [silence, [] as OwnPerson[]] as const))
  for (const person of people) bands.get(silenceOf(person.lastOn))?.push(person)
  return SILENCES.map((silence) => ({ silence, people: bands.get(silence) ?? [] }))
}
