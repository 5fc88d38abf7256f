/** Word families that no rule of inflection joins and that asks and offers are full of. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  design: ['designer', 'designers'],
  develop: ['developer', 'developers', 'development', 'developments'],
  program: ['programmer', 'programmers', 'programme', 'programmes'],
  code: ['coder', 'coders'],
  write: ['writer', 'writers', 'written', 'wrote'],
  bake: ['baker', 'bakers', 'bakery'],
  paint: ['painter', 'painters'],
  teach: ['teacher', 'teachers', 'taught'],
  sing: ['singer', 'singers'],
  dance: ['dancer', 'dancers'],
  run: ['runner', 'runners'],
  garden: ['gardener', 'gardeners'],
  hike: ['hiker', 'hikers'],
  climb: ['climber', 'climbers'],
  cycle: ['cyclist', 'cyclists'],
  photography: ['photo', 'photos', 'photograph', 'photographs', 'photographer', 'photographers', 'photographic'],
  illustrate: ['illustrator', 'illustrators', 'illustration', 'illustrations'],
  translate: ['translator', 'translators', 'translation', 'translations'],
  edit: ['editor', 'editors'],
  invest: ['investor', 'investors', 'investment', 'investments'],
  mentor: ['mentorship', 'mentorships'],
  recruit: ['recruiter', 'recruiters', 'recruitment'],
  consult: ['consultant', 'consultants'],
  organize: ['organizer', 'organizers', 'organise', 'organises', 'organised', 'organising', 'organiser', 'organisers'],
  beekeep: ['beekeeper', 'beekeepers'],
  music: ['musician', 'musicians', 'musical'],
  cook: ['cookery'],
}

/** Words that a rule would join to another meaning, or whose end only looks like an inflection. */
const UNCHANGED = new Set([
  'business', 'news', 'marketing', 'engineering', 'always', 'series', 'species', 'analysis', 'evening', 'morning',
  'wedding', 'building', 'lens', 'chess', 'sourcing', 'housing', 'clothing', 'hundred',
])

const BASE_OF = new Map(
  Object.entries(FAMILIES).flatMap(([base, words]) => words.map((word) => [word, base] as const)),
)

const VOWEL = /[aeiouy]/
/** Porter's *o: consonant, vowel, consonant, the last not w, x or y. */
const SHORT_END = /[^aeiou][aeiouy][^aeiouwxy]$/

/**
 * The stem by which two inflections of one English word are recognised: steps 1a, 1b, 1c and 5a of
 * M. F. Porter, 'An algorithm for suffix stripping' (1980), which undo plurals, -ed and -ing, and a
 * list of families (designer, design). The later steps are left out on purpose: they join words
 * that mean different things (organ, organization), and a reason must be true.
 *
 * @param word in lower case; anything but a to z is given back as it is
 */
export function stem(word: string): string {
  const base = BASE_OF.get(word) ?? word
  if (base.length < 3 || UNCHANGED.has(base) || !/^[a-z]+$/.test(base)) return base
  return withoutFinalE(yToI(withoutEdAndIng(withoutPlural(base))))
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('xes') || word.endsWith('ches') || word.endsWith('shes')) {
    return word.slice(0, -2)
  }
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return /[^su]s$/.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word
}

function withoutEdAndIng(word: string): string {
  if (word.endsWith('eed')) return word
  const base = /^(.+)(?:ed|ing)$/.exec(word)?.[1]
  if (base === undefined || base.length < 2 || !VOWEL.test(base)) return word
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`
  if (/([^aeioulsz])\1$/.test(base)) return base.slice(0, -1)
  return measure(base) === 1 && SHORT_END.test(base) ? `${base}e` : base
}

function yToI(word: string): string {
  if (word.endsWith('ie') && word.length > 4) return word.slice(0, -1)
  return word.endsWith('y') && VOWEL.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word
}

function withoutFinalE(word: string): string {
  if (!word.endsWith('e')) return word
  const base = word.slice(0, -1)
  const size = measure(base)
  return size > 1 || (size === 1 && !SHORT_END.test(base)) ? base : word
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(word: string): number {
  return word.match(/[aeiouy]+[^aeiouy]+/g)?.length ?? 0
}
