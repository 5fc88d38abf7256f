import { contentWords } from '../matching/text/words'

/** What of a profile a draft may draw on: all of it is shown to the people one meets. */
export interface DraftProfile {
  readonly interests: readonly { readonly slug: string; readonly label: string }[]
  readonly ask: string
  readonly offer: string
}

/**
 * A first line to somebody one has met, as a code with parameters; the catalogue's namespace `drafts`
 * has the sentences. It is written by `you` to `them`: `ask` and `offer` are named after whose they are.
 */
export type DraftLine =
  | { readonly code: 'draftOffer'; readonly name: string; readonly eventName: string; readonly theirAsk: string; readonly yourOffer: string }
  | { readonly code: 'draftAsk'; readonly name: string; readonly eventName: string; readonly theirOffer: string; readonly yourAsk: string }
  | { readonly code: 'draftInterest'; readonly name: string; readonly eventName: string; readonly label: string }
  | { readonly code: 'draftPlain'; readonly name: string; readonly eventName: string }

export interface DraftInput {
  /** Who will send it. */
  readonly you: DraftProfile
  /** Who will read it. */
  readonly them: DraftProfile & { readonly name: string }
  readonly eventName: string
}

/**
 * What to write to somebody one has met: to give comes first (what they look for and you offer),
 * then to ask for what they offer, then a shared interest, then a plain line. It takes no private
 * note, so that none can end up in a message.
 */
export function draftLine({ you, them, eventName }: DraftInput): DraftLine {
  const to = { name: them.name, eventName }
  if (shareWords(you.offer, them.ask)) {
    return { code: 'draftOffer', ...to, theirAsk: them.ask, yourOffer: you.offer }
  }
  if (shareWords(you.ask, them.offer)) {
    return { code: 'draftAsk', ...to, theirOffer: them.offer, yourAsk: you.ask }
  }
  const theirs = new Set(them.interests.map(({ slug }) => slug))
  const [shared] = you.interests.filter(({ slug }) => theirs.has(slug)).sort((a, b) => (a.slug < b.slug ? -1 : 1))
  if (shared !== undefined) return { code: 'draftInterest', ...to, label: shared.label }
  return { code: 'draftPlain', ...to }
}

function shareWords(a: string, b: string): boolean {
  const words = contentWords(b)
  return [...contentWords(a).keys()].some((word) => words.has(word))
}
