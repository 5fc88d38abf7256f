import { draftLine, type DraftProfile } from './draft-line'
import { promiseLine, shortened, type PromiseLine } from './promise-line'

/** What a draft to somebody one has known for a while may draw on. Of a note it is told only that there is one. */
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
  /** What was promised and is not kept yet, in the words of who will send it; empty where there is nothing. */
  readonly myPromise: string
  readonly theirPromise: string
  /** Days since the two were last in touch; null: never. */
  readonly daysSilent: number | null
  /** The weekday on which they talked, where that was within the last days; else null. */
  readonly talkedOn: string | null
  /** Whether the person planned to write: then it is no silence that brings them here. */
  readonly planned: boolean
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
  | PromiseLine
  | ({ readonly code: 'againTalk' } & Greeting)
  | { readonly code: 'againUpdate'; readonly name: string; readonly update: string }
  | { readonly code: 'againOffer'; readonly name: string; readonly theirAsk: string; readonly yourOffer: string }
  | { readonly code: 'againAsk'; readonly name: string; readonly theirOffer: string; readonly yourAsk: string }
  | { readonly code: 'againInterest'; readonly name: string; readonly label: string }
  | { readonly code: 'againEvent'; readonly name: string; readonly eventName: string }
  | { readonly code: 'againWork'; readonly name: string; readonly organization: string; readonly silence: Silence }
  | { readonly code: 'againRecent'; readonly name: string; readonly weekday: string }
  | { readonly code: 'againPlain'; readonly name: string; readonly silence: Silence }
  | { readonly code: 'firstPlain'; readonly name: string }

type Silence = 'long' | 'short'

/** From here on it has been a while, in days. */
const LONG_SILENCE = 60

/** The longest piece of their update that is quoted, in characters. */
const QUOTED = 120

/**
 * What to write to somebody one has known for a while: first what was promised, then what they told their people,
 * what one can give or ask, what was talked about, an interest, the evening, where they work, a plain line.
 * That there is a note is all it is told of it: a note stands beside the draft and never in it.
 */
export function todayDraft(input: TodayDraftInput): TodayDraftLine {
  const { them, eventName } = input
  const name = them.firstName
  const greeting: Greeting = { name, met: eventName === null ? 'no' : 'yes', eventName: eventName ?? '' }
  const promised = promiseLine({ ...input, name })
  if (promised) return promised
  if (input.update !== null) return { code: 'againUpdate', name, update: shortened(input.update, QUOTED) }
  return fromProfiles(input) ?? fromMemory(input, greeting)
}

/** What to give comes before what to ask for, and what was talked about before an interest. */
function fromProfiles({ you, them, talked }: TodayDraftInput): TodayDraftLine | null {
  const name = them.firstName
  const line = draftLine({ you, them: { ...them, name }, eventName: '' })
  switch (line.code) {
    case 'draftOffer':
      return { code: 'againOffer', name, theirAsk: line.theirAsk, yourOffer: line.yourOffer }
    case 'draftAsk':
      return { code: 'againAsk', name, theirOffer: line.theirOffer, yourAsk: line.yourAsk }
    case 'draftInterest':
      return talked ? null : { code: 'againInterest', name, label: line.label }
    case 'draftPlain':
      return null
  }
}

function fromMemory(input: TodayDraftInput, greeting: Greeting): TodayDraftLine {
  const { them, met, talked, talkedOn, eventName } = input
  const name = them.firstName
  const silence: Silence = !input.planned && input.daysSilent !== null && input.daysSilent >= LONG_SILENCE ? 'long' : 'short'
  if (talked) return { code: 'againTalk', ...greeting }
  if (talkedOn !== null) return { code: 'againRecent', name, weekday: talkedOn }
  if (eventName !== null) return { code: 'againEvent', name, eventName }
  if (them.organization !== '') return { code: 'againWork', name, organization: them.organization, silence }
  return met ? { code: 'againPlain', name, silence } : { code: 'firstPlain', name }
}
