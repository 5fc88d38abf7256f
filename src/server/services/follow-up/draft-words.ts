import type { DraftLine } from '@/domain/follow-up/draft-line'
import { firstName } from '@/domain/follow-up/first-name'
import { promiseLine } from '@/domain/follow-up/promise-line'
import type { TodayDraftLine } from '@/domain/follow-up/today-draft'
import { singleLine } from '@/server/email/single-line'
import { textOf, type Locale } from '@/text/translator'

/** The longest draft that is proposed, in characters. */
const LONGEST = 500
/** What is no longer than this and begins with a small letter goes on in a sentence by itself. */
const CLAUSE = 60
/** Words of a profile, which stand in quotation marks where they are no clause. */
const QUOTED: ReadonlySet<string> = new Set(['theirAsk', 'yourAsk', 'theirOffer', 'yourOffer'])

const isClause = (text: string) => text.length <= CLAUSE && /^\p{Ll}[^.!?\n]*$/u.test(text)

/** A draft in words, on one line. */
export function draftWords(locale: Locale, { code, ...params }: DraftLine | TodayDraftLine): string {
  const t = textOf(locale, 'drafts')
  const entries = Object.entries(params).map(([key, text]) => [key, QUOTED.has(key) && !isClause(text) ? t('quoted', { text }) : text] as const)
  return singleLine(t(code, Object.fromEntries(entries)), LONGEST)
}

/** What of an evening is still open with somebody, and the draft that was written when it was over. */
export interface EveningDraft {
  readonly name: string
  readonly draft: string
  readonly myPromise: string
  readonly theirPromise: string
}

/** The draft of an evening as things are now: about a promise that is open, else as it was written. */
export function eveningDraft(locale: Locale, { name, draft, ...promised }: EveningDraft): string {
  const line = promiseLine({ name: firstName(name), ...promised })
  return line ? draftWords(locale, line) : draft
}
