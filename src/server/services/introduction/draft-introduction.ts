import { sharedFacts } from '@/domain/introductions/shared-facts'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { reasonInWords, shownPeople, turned } from './facts-of-people'
import { partyOfAsk, partyOfContact } from './introducible'

/**
 * The two whom the viewer would bring together, and a reason for each to begin with, of what is true: only what
 * both show at events, empty where one of them hides or nothing is in common.
 * @throws DomainError NOT_FOUND, BAD_INPUT, as making it would
 */
export async function draftIntroduction(
  db: Db,
  asked: {
    readonly ownerId: string
    readonly one: { readonly contactId: string } | { readonly askId: string }
    readonly otherContactId: string
    readonly now: Date
    readonly locale: Locale
  },
) {
  const { locale } = asked
  const one = 'askId' in asked.one ? await partyOfAsk(db, asked.one.askId, asked) : await partyOfContact(db, asked.one.contactId, asked)
  const other = await partyOfContact(db, asked.otherContactId, asked)
  const shown = await shownPeople(db, [one.userId, other.userId])
  const [first, second] = [shown.get(one.userId), shown.get(other.userId)]
  const facts = first && second ? sharedFacts(first, second) : null
  return {
    oneName: one.name,
    otherName: other.name,
    reasonForOne: facts ? reasonInWords(facts, other.name, locale) : '',
    reasonForOther: facts ? reasonInWords(turned(facts), one.name, locale) : '',
  }
}
