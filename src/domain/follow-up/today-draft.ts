import { draftLine, type DraftProfile } from './draft-line'

/** What a draft to somebody one has known for a while may draw on. No private word is in it, only that there are some. */
export interface TodayDraftInput {
  /** Who will send it. */
  readonly you: DraftProfile
  /** Who will read it. */
  readonly them: DraftProfile & { readonly firstName: string; readonly organization: string }
  /** Whether anything is known of them but that they stand in the list. */
  readonly met: boolean
  /** The evening where the two met last; null where they met at none. */
  readonly eventName: string | null
  /** Whether there is a note of what they talked about. */
  readonly talked: boolean
  readonly iPromised: boolean
  readonly theyPromised: boolean
  /** What they told their people of what they work on, `you` among them, since the last time. */
  readonly update: string | null
}

interface Greeting {
  readonly name: string
  /** `yes` where {@link Greeting.eventName} says where they met; ICU chooses by it. */
  readonly met: 'yes' | 'no'
  readonly eventName: string
}

/** A line as a code with parameters; the catalogue's namespace `drafts` has the sentences. */
export type TodayDraftLine =
  | ({ readonly code: 'againMyPromise' | 'againTheirPromise' | 'againTalk' } & Greeting)
  | { readonly code: 'againUpdate'; readonly name: string; readonly update: string }
  | { readonly code: 'againOffer'; readonly name: string; readonly theirAsk: string; readonly yourOffer: string }
  | { readonly code: 'againAsk'; readonly name: string; readonly theirOffer: string; readonly yourAsk: string }
  | { readonly code: 'againInterest'; readonly name: string; readonly label: string }
  | { readonly code: 'againEvent'; readonly name: string; readonly eventName: string }
  | { readonly code: 'againWork'; readonly name: string; readonly organization: string }
  | { readonly code: 'againPlain' | 'firstPlain'; readonly name: string }

/** The longest piece of their update that is quoted, in characters. */
const QUOTED = 120

/**
 * What to write to somebody one has known for a while: first what is owed, then what they told their people,
 * what one can give or ask, what was talked about, an interest, the evening, where they work, a plain line.
 * That there is a note or a promise is all it is told of them: their words stand beside the draft, and only
 * their owner puts them in.
 */
export function todayDraft(input: TodayDraftInput): TodayDraftLine {
  const { them, eventName } = input
  const name = them.firstName
  const greeting: Greeting = { name, met: eventName === null ? 'no' : 'yes', eventName: eventName ?? '' }
  if (input.iPromised) return { code: 'againMyPromise', ...greeting }
  if (input.update !== null) return { code: 'againUpdate', name, update: shortened(input.update) }
  return fromProfiles(input) ?? (input.theyPromised ? { code: 'againTheirPromise', ...greeting } : fromMemory(input, greeting))
}

/** What to give comes before what to ask for, and a promise of theirs before an interest. */
function fromProfiles({ you, them, theyPromised, talked }: TodayDraftInput): TodayDraftLine | null {
  const name = them.firstName
  const line = draftLine({ you, them: { ...them, name }, eventName: '' })
  switch (line.code) {
    case 'draftOffer':
      return { code: 'againOffer', name, theirAsk: line.theirAsk, yourOffer: line.yourOffer }
    case 'draftAsk':
      return { code: 'againAsk', name, theirOffer: line.theirOffer, yourAsk: line.yourAsk }
    case 'draftInterest':
      return theyPromised || talked ? null : { code: 'againInterest', name, label: line.label }
    case 'draftPlain':
      return null
  }
}

function fromMemory({ them, met, talked, eventName }: TodayDraftInput, greeting: Greeting): TodayDraftLine {
  const name = them.firstName
  if (talked) return { code: 'againTalk', ...greeting }
  if (eventName !== null) return { code: 'againEvent', name, eventName }
  if (them.organization !== '') return { code: 'againWork', name, organization: them.organization }
  return { code: met ? 'againPlain' : 'firstPlain', name }
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim())
  return characters.length <= QUOTED ? characters.join('') : `${characters.slice(0, QUOTED - 1).join('').trimEnd()}…`
}
