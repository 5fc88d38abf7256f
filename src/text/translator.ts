import { _createCache, _createIntlFormatters, createTranslator } from 'use-intl/core'
import en from '../../messages/en.json'

/** The catalogues, by locale. Another language is another file and another line here. */
const catalogues = { en } as const

export type Locale = keyof typeof catalogues
type Messages = typeof en

/** Every locale that has a catalogue; the first is the one used when nothing else is known. */
export const LOCALES = Object.keys(catalogues) as [Locale, ...Locale[]]

// One for all translators: else each parses its sentences anew.
const kept = { _cache: _createCache(), _formatters: _createIntlFormatters(_createCache()) }

/** The translator of one namespace: keys are checked against the catalogue, ICU syntax inside. */
export function textOf<N extends keyof Messages>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale, messages: catalogues[locale], namespace, ...kept })
}

/** The sentences of one namespace. */
export type WordsOf<N extends keyof Messages> = Messages[N]

/** One namespace as it stands, for a page that has to speak without the server. */
export function messagesOf<N extends keyof Messages>(locale: Locale, namespace: N): WordsOf<N> {
  return catalogues[locale][namespace]
}

/** The first of the languages in an Accept-Language header that has a catalogue. */
export function localeOf(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim().split('-')[0])
  return LOCALES.find((locale) => wanted.includes(locale)) ?? LOCALES[0]
}
