import { matchTexts } from '../text/match-texts'
import type { ReadText } from '../text/read-text'
import { countBits } from './evenings'

/** Words that more of the texts have than this are too common to find anything by. */
const COMMON_SHARE = 0.06
const LEAST_HOLDERS = 100
/** So many are compared in full, of those that a quick look finds the closest. */
const COMPARED = 16
/** Under how many of its topics a text is looked for. */
const TOPICS = 2
/** What being close in meaning weighs in the quick look, beside words in common. */
const MEANING_SHARE = 0.6

/** Texts of one kind, asks or offers, by place, to be found by their words and by what they are about. */
export interface TextIndex {
  readonly texts: ReadText[]
  readonly byWord: Map<string, { readonly places: number[]; readonly weights: number[] }>
  readonly byTopic: number[][]
}

/** Somebody's text that matches, and how well: above 0, at most 1. */
export interface TextMatch {
  readonly other: number
  readonly match: number
}

export function indexTexts(texts: readonly ReadText[]): TextIndex {
  const index: TextIndex = { texts: [], byWord: new Map(), byTopic: [] }
  for (const text of texts) addText(index, text)
  return index
}

/** One more text, at the next place. */
export function addText(index: TextIndex, text: ReadText): void {
  const place = index.texts.push(text) - 1
  let at = 0
  for (const stem of text.words.keys()) {
    const weight = (text.weights[at] ?? 0) / text.length
    at += 1
    const found = index.byWord.get(stem)
    if (found) {
      found.places.push(place)
      found.weights.push(weight)
    } else {
      index.byWord.set(stem, { places: [place], weights: [weight] })
    }
  }
  for (const topic of text.topics.subarray(0, TOPICS)) (index.byTopic[topic] ??= []).push(place)
}

/** Room to work in while texts are looked for; one serves for any number of searches, one after the other. */
export interface TextScratch {
  readonly estimate: Float64Array
  readonly touched: number[]
}

export function textScratch(size: number): TextScratch {
  return { estimate: new Float64Array(size), touched: [] }
}

/**
 * The texts of the index that match best: those with a word or a topic in common are looked at
 * quickly, and the closest of them compared.
 *
 * @param match how well the text at hand goes with one of the index
 * @param noise breaks ties, differently for every pair: far below 1
 * @returns at most `most`, none below `least`; the best first
 */
export function bestMatches(
  text: ReadText,
  index: TextIndex,
  scratch: TextScratch,
  { most, least, isAsk, skip, noise }: {
    readonly most: number
    readonly least: number
    readonly isAsk: boolean
    readonly skip: number
    readonly noise: (other: number) => number
  },
): TextMatch[] {
  lookUpWords(text, index, scratch)
  lookUpTopics(text, index, scratch)
  const closest = closestOf(scratch, skip, noise)
  const matches: TextMatch[] = []
  for (const other of closest) {
    const found = index.texts[other]
    if (found === undefined) continue
    const match = isAsk ? matchTexts(text, found) : matchTexts(found, text)
    if (match >= least) matches.push({ other, match })
  }
  return matches.sort((a, b) => b.match - a.match || noise(a.other) - noise(b.other)).slice(0, most)
}

function lookUpWords(text: ReadText, { byWord, texts }: TextIndex, { estimate, touched }: TextScratch): void {
  const many = Math.max(LEAST_HOLDERS, COMMON_SHARE * texts.length)
  let at = 0
  for (const stem of text.words.keys()) {
    const weight = (text.weights[at] ?? 0) / text.length
    at += 1
    const found = byWord.get(stem)
    if (found === undefined || found.places.length > many) continue
    for (let i = 0; i < found.places.length; i += 1) {
      const place = found.places[i] ?? 0
      const before = estimate[place] ?? 0
      if (before === 0) touched.push(place)
      estimate[place] = before + weight * (found.weights[i] ?? 0)
    }
  }
}

/** How alike two meanings are follows from how many of their signs differ (Charikar 2002). */
function lookUpTopics(text: ReadText, { byTopic, texts }: TextIndex, { estimate, touched }: TextScratch): void {
  const { signature } = text
  if (signature === null) return
  const bits = signature.length * 32
  for (const topic of text.topics.subarray(0, TOPICS)) {
    for (const place of byTopic[topic] ?? []) {
      const other = texts[place]?.signature
      if (!other) continue
      let differ = 0
      for (let i = 0; i < signature.length; i += 1) differ += countBits((signature[i] ?? 0) ^ (other[i] ?? 0))
      const alike = 1 - (2 * differ) / bits
      if (alike <= 0) continue
      const before = estimate[place] ?? 0
      if (before === 0) touched.push(place)
      estimate[place] = before + MEANING_SHARE * alike
    }
  }
}

/** The places with the highest estimates; leaves the scratch as it was. */
function closestOf({ estimate, touched }: TextScratch, skip: number, noise: (other: number) => number): number[] {
  const closest: { place: number; value: number }[] = []
  let threshold = 0
  for (const place of touched) {
    const value = (estimate[place] ?? 0) + noise(place)
    estimate[place] = 0
    if (place === skip || (closest.length >= COMPARED && value <= threshold)) continue
    let at = closest.length
    while (at > 0 && (closest[at - 1]?.value ?? 0) < value) at -= 1
    closest.splice(at, 0, { place, value })
    if (closest.length > COMPARED) closest.pop()
    threshold = closest.at(-1)?.value ?? 0
  }
  touched.length = 0
  return closest.map(({ place }) => place)
}
