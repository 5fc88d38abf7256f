import { matchTexts } from '../text/match-texts'
import type { ReadText } from '../text/read-text'
import { bestFew, empty, keep, type BestFew } from './best-few'
import { countBits } from './evenings'
import { MOST_NOISE, noiseOfHashes } from './tie-noise'

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
  /** By place: a hash of whose text it is, as a whole number with a sign; breaks ties. */
  readonly hashes: number[]
  readonly byWord: Map<string, { readonly places: number[]; readonly weights: number[] }>
  /** With each text's signature beside its place, as whole numbers with a sign, one after the other. */
  readonly byTopic: ({ readonly places: number[]; readonly signatures: number[] } | undefined)[]
}

/** Somebody's text that matches, and how well: above 0, at most 1. */
export interface TextMatch {
  readonly other: number
  readonly match: number
}

export function emptyTextIndex(): TextIndex {
  return { texts: [], hashes: [], byWord: new Map(), byTopic: [] }
}

/**
 * One more text, at the next place.
 * @param hash of whose it is
 */
export function addText(index: TextIndex, text: ReadText, hash: number): void {
  const place = index.texts.push(text) - 1
  index.hashes.push(hash | 0)
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
}

export function textScratch(size: number): TextScratch {
  return {
    estimate: new Float64Array(size),
    touched: new Int32Array(size),
    count: 0,
    closest: bestFew(COMPARED),
  }
}

/** What is looked for. */
export interface Search {
  /** At most so many, and what each must reach, from above 0 to 1. */
  readonly most: number
  readonly least: number
  /** Whether the text at hand asks, and those of the index offer. */
  readonly isAsk: boolean
  /** Whose text is at hand: theirs is left out, and the hash breaks ties, differently for every pair. */
  readonly at: number
  readonly hash: number
}

/**
 * The texts of the index that match best: those with a word or a topic in common are looked at
 * quickly, and the closest of them compared.
 *
 * @returns the best first
 */
export function bestMatches(
  text: ReadText,
  index: TextIndex,
  scratch: TextScratch,
  search: Search,
): TextMatch[] {
  lookUpWords(text, index, scratch)
  lookUpTopics(text, index, scratch)
  chooseClosest(index, scratch, search)
  const { closest } = scratch
  for (let i = 0; i < closest.count; i += 1) {
    const found = index.texts[closest.places[i] ?? 0]
    if (found !== undefined) closest.values[i] = search.isAsk ? matchTexts(text, found) : matchTexts(found, text)
  }
  const matches: TextMatch[] = []
  while (matches.length < search.most) {
    const best = takeBest(index, closest, search)
    if (best === null) break
    matches.push(best)
  }
  empty(closest)
  return matches
}

/** The best of those that are left, if it is good enough. */
function takeBest({ hashes }: TextIndex, { places, values, count }: BestFew, { least, hash }: Search): TextMatch | null {
  let best = -1
  let match = least
  for (let i = 0; i < count; i += 1) {
    const value = values[i] ?? 0
    if (value < match) continue
    if (value === match && best >= 0 && noiseAt(hashes, hash, places[i]) > noiseAt(hashes, hash, places[best])) continue
    best = i
    match = value
  }
  if (best < 0) return null
  values[best] = -1
  return { other: places[best] ?? 0, match }
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
function chooseClosest({ hashes }: TextIndex, scratch: TextScratch, { at, hash }: Search): void {
  const { estimate, touched, count, closest } = scratch
  for (let i = 0; i < count; i += 1) {
    const place = touched[i] ?? 0
    const value = estimate[place] ?? 0
    estimate[place] = 0
    if (place === at || value + MOST_NOISE <= closest.least) continue
    const noisy = value + noiseAt(hashes, hash, place)
    if (noisy > closest.least) keep(closest, place, noisy)
  }
  scratch.count = 0
}

function noiseAt(hashes: readonly number[], hash: number, place = 0): number {
  return noiseOfHashes(hash, hashes[place] ?? 0)
}
