import type { Cadence } from './cadence'

/** A prompt that is due: the morning after an evening, or one in its owner's own words. */
export interface DuePrompt {
  readonly followUpId: string
  /** Local date since when it is due, `YYYY-MM-DD`. */
  readonly dueOn: string
  /** Local time `HH:MM` if its owner chose one. */
  readonly time: string | null
  /** What it is about, in the owner's words; may be empty. */
  readonly about: string
  /** The evening that it follows; null for one of the owner's own. */
  readonly eventName: string | null
}

/** What the owner knows of the last time: theirs alone, shown beside a draft and never put into it. */
export interface Remembered {
  readonly note: string
  readonly myPromise: string
  readonly theirPromise: string
}

/** What to write. */
export interface Draft {
  readonly text: string
  /** Whether its owner wrote it: else it is a proposal, made anew as things change. */
  readonly own: boolean
}

/** One person on Today, with everything that a page or a mail says about them. All of it is the owner's own. */
export interface TodayCard {
  readonly contactId: string
  readonly name: string
  readonly firstName: string
  /** Those due, in order of time. */
  readonly prompts: readonly DuePrompt[]
  /** Set where the cadence says that it is time: since which local date. */
  readonly cadence: { readonly every: Cadence; readonly dueOn: string } | null
  /** When they were last in touch; null: never. */
  readonly lastAt: Date | null
  /** The evening where they met last; null where they met at none. */
  readonly lastEvent: string | null
  readonly remembered: Remembered
  /** What the contact last told their people of what they work on, since the two were last in touch. */
  readonly update: string | null
  readonly draft: Draft
  /** Addresses that the owner has of them, the ones they shared first. */
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}

/** What the owner did today about somebody, each of which can be taken back. */
export const ACTS = ['done', 'snoozed', 'skipped', 'not-needed'] as const
export type Act = (typeof ACTS)[number]

export interface Acted {
  readonly contactId: string
  /** What was written down, where being in touch is what was done. */
  readonly interactionId: string | null
  readonly name: string
  readonly act: Act
  /** Of one that was put off: until which local date. */
  readonly until: string | null
  readonly at: Date
}

/** Why somebody is among the four: an easy one to begin with, somebody hardly known, or the longest silence. */
export type FourPlace = 'warmUp' | 'lesserKnown' | 'silent'

export interface FourCard {
  readonly place: FourPlace
  readonly card: TodayCard
  /** What became of it this week; null while it waits. */
  readonly act: Act | null
}

/** What somebody else waits for, the latest first: it expires, so it stands there while reminders rest, too. */
export interface WaitingForAnswer {
  readonly introductions: readonly {
    readonly introductionId: string
    readonly byName: string
    readonly otherName: string
    /** Why, in the words of who introduces them. */
    readonly reason: string
  }[]
  readonly asks: readonly { readonly askId: string; readonly byName: string; readonly text: string }[]
  /** Introductions of which it is asked, once, what came of them. */
  readonly outcomes: readonly { readonly introductionId: string; readonly otherName: string }[]
}

/** What Today is for one person, on their own date. */
export interface Today {
  /** `YYYY-MM-DD` in {@link timeZone}. */
  readonly date: string
  readonly timeZone: string
  /** Set while all reminders rest, with the local date of their end if there is one: then nobody is due and none are chosen. */
  readonly paused: { readonly until: string | null } | null
  /** One card a person, prompts in order of time first, then who has waited longest; those among the four are not here. */
  readonly due: readonly TodayCard[]
  /** How many are due in all, those on other pages included. */
  readonly dueTotal: number
  /** Of the due, from 0; and how many pages there are, at least one. */
  readonly page: number
  readonly pages: number
  /** The easy one first; fewer than four where there are fewer. */
  readonly fourFromTheBottom: readonly FourCard[]
  readonly acted: readonly Acted[]
  readonly waiting: WaitingForAnswer
  /** Whether there is anybody in the list at all. */
  readonly anyone: boolean
}
