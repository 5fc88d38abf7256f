import { matchTexts } from '../text/match-texts'
import type { ReadText } from '../text/read-text'
import { bestFew, leastOf, putAmongBest, type BestFew } from './best-few'
import { countBits } from './evenings'
import { MOST_NOISE } from './tie-noise'

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
  /** With each text's signature beside its place, as whole numbers with a sign, one after the other. */
  readonly byTopic: ({ readonly places: number[]; readonly signatures: number[] } | undefined)[]
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
  for (let rank = 0; rank < Math.min(TOPICS, text.topics.length); rank += 1) fileUnder(index, text, text.topics[rank] ?? 0, place)
}

function fileUnder({ byTopic }: TextIndex, { signature }: ReadText, topic: number, place: number): void {
  const found = (byTopic[topic] ??= { places: [], signatures: [] })
  found.places.push(place)
  signature?.forEach((bits) => found.signatures.push(bits | 0))
}

/** Room to work in while texts are looked for; one serves for any number of searches, one after the other. */
export interface TextScratch {
  /** By place: how close it seems; 0 between two searches, and wherever nothing is known. */
  readonly estimate: Float64Array
  readonly touched: Int32Array
  count: number
  readonly closest: BestFew
  readonly best: BestFew
}

/** @param most matches that a search gives at most */
export function textScratch(size: number, most: number): TextScratch {
  return {
    estimate: new Float64Array(size),
    touched: new Int32Array(size),
    count: 0,
    closest: bestFew(COMPARED),
    best: bestFew(most),
  }
}

/**
 * The texts of the index that match best: those with a word or a topic in common are looked at
 * quickly, and the closest of them compared.
 *
 * @param least what a match must reach
 * @param isAsk whether the text at hand asks, and those of the index offer
 * @param noise breaks ties, differently for every pair: from 0, below {@link MOST_NOISE}
 * @returns the best first
 */
export function bestMatches(
  text: ReadText,
  index: TextIndex,
  scratch: TextScratch,
  { least, isAsk, skip, noise }: {
    readonly least: number
    readonly isAsk: boolean
    readonly skip: number
    readonly noise: (other: number) => number
  },
): TextMatch[] {
  lookUpWords(text, index, scratch)
  lookUpTopics(text, index, scratch)
  chooseClosest(scratch, skip, noise)
  const { closest, best } = scratch
  for (let i = 0; i < closest.count; i += 1) {
    const other = closest.places[i] ?? 0
    const found = index.texts[other]
    if (found === undefined) continue
    const match = isAsk ? matchTexts(text, found) : matchTexts(found, text)
    if (match >= least) putAmongBest(best, other, match, -noise(other))
  }
  const matches: TextMatch[] = []
  for (let i = 0; i < best.count; i += 1) matches.push({ other: best.places[i] ?? 0, match: best.values[i] ?? 0 })
  best.count = 0
  closest.count = 0
  return matches
}

function lookUpWords(text: ReadText, { byWord, texts }: TextIndex, scratch: TextScratch): void {
  const many = Math.max(LEAST_HOLDERS, COMMON_SHARE * texts.length)
  let at = 0
  for (const stem of text.words.keys()) {
    const weight = (text.weights[at] ?? 0) / text.length
    at += 1
    const found = byWord.get(stem)
    if (found === undefined || found.places.length > many) continue
    const { places, weights } = found
    for (let i = 0; i < places.length; i += 1) raise(scratch, places[i] ?? 0, weight * (weights[i] ?? 0))
  }
}

/** How alike two meanings are follows from how many of their signs differ (Charikar 2002). */
function lookUpTopics({ signature, topics }: ReadText, { byTopic }: TextIndex, scratch: TextScratch): void {
  if (signature === null) return
  const size = signature.length
  for (let rank = 0; rank < Math.min(TOPICS, topics.length); rank += 1) {
    const found = byTopic[topics[rank] ?? 0]
    if (found === undefined) continue
    const { places, signatures } = found
    for (let i = 0; i < places.length; i += 1) {
      let differ = 0
      for (let at = 0; at < size; at += 1) differ += countBits((signature[at] ?? 0) ^ (signatures[i * size + at] ?? 0))
      const alike = 1 - differ / (size * 16)
      if (alike > 0) raise(scratch, places[i] ?? 0, MEANING_SHARE * alike)
    }
  }
}

function raise(scratch: TextScratch, place: number, by: number): void {
  const { estimate, touched } = scratch
  const before = estimate[place] ?? 0
  if (before === 0) {
    touched[scratch.count] = place
    scratch.count += 1
  }
  estimate[place] = before + by
}

/** The places with the highest estimates; leaves these as they were. */
function chooseClosest(scratch: TextScratch, skip: number, noise: (other: number) => number): void {
  const { estimate, touched, count, closest } = scratch
  let least = leastOf(closest)
  for (let i = 0; i < count; i += 1) {
    const place = touched[i] ?? 0
    const value = estimate[place] ?? 0
    estimate[place] = 0
    if (place === skip || value + MOST_NOISE <= least) continue
    putAmongBest(closest, place, value + noise(place), 0)
    least = leastOf(closest)
  }
  scratch.count = 0
}
