import { idPattern } from '@/domain/ids'
import type { Locale } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api } from '@/trpc/server'

/** What stands in the address: entries of one's own list, or the ask that it is about instead of the first. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

const idIn = (query: Query, name: string, kind: 'contact' | 'ask') => {
  const value = query[name]
  return typeof value === 'string' && idPattern(kind).test(value) ? value : ''
}

/**
 * The two that the address names with a reason for each to begin with; or, while one is missing or cannot be
 * introduced, whom one can choose from and why not.
 */
export async function chosenPair(query: Query, locale: Locale) {
  const caller = await api()
  const ask = idIn(query, 'ask', 'ask')
  const one = ask === '' ? idIn(query, 'one', 'contact') : ''
  const other = idIn(query, 'other', 'contact')
  let problem = ''
  if ((one !== '' || ask !== '') && other !== '') {
    try {
      const draft = await caller.introduction.draft({ one: ask === '' ? { contactId: one } : { askId: ask }, otherContactId: other })
      return { draft, one, other, ask }
    } catch (error) {
      problem = refusalOf(error, locale).message
    }
  }
  return { people: await caller.introduction.people(), problem, one, other, ask }
}
