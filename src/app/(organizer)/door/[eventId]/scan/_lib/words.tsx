'use client'

import { createContext, useContext, type ReactNode } from 'react'
import { createTranslator } from 'use-intl/core'
import { CLOCK } from '@/text/event-time'
import type { Locale, WordsOf } from '@/text/translator'
import type { Sentences } from './scanner'

/** The scanner's sentences, which come with the page so that they are there without a network. */
export interface ScanWords {
  readonly scan: WordsOf<'scan'>
  readonly sentences: Sentences
}

function wordsIn(locale: Locale, { scan }: ScanWords, timeZone: string) {
  const clock = new Intl.DateTimeFormat(locale, { timeZone, ...CLOCK })
  return {
    t: createTranslator<WordsOf<'scan'>>({ locale, messages: scan }),
    /** The time on the event's clock, of a moment in ISO 8601. */
    time: (moment: string) => clock.format(new Date(moment)),
  }
}

type Words = ReturnType<typeof wordsIn>

const WordsContext = createContext<Words | null>(null)

export function WordsProvider({
  locale,
  words,
  timeZone,
  children,
}: {
  readonly locale: Locale
  readonly words: ScanWords
  /** IANA, of the event. */
  readonly timeZone: string
  readonly children: ReactNode
}) {
  return <WordsContext value={wordsIn(locale, words, timeZone)}>{children}</WordsContext>
}

/** @throws Error outside of a {@link WordsProvider}. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('The scanner is drawn inside a WordsProvider.')
  return words
}
