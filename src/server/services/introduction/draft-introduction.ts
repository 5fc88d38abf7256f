import { sharedFacts } from '@/domain/introductions/shared-facts'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { loadQuotable } from '../person/quotable'
import { reasonInWords, shownPeople, turned } from './facts-of-people'
import { partyOfAsk, partyOfContact } from './introducible'

/**
 * The two whom the viewer would bring together, and a reason for each to begin with, of what is true: only what
 * both show at events, empty where one of them hides, a block stands among the three, or nothing is in common.
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
  const trio = [asked.ownerId, one.userId, other.userId]
  const [shown, quotable] = await Promise.all([shownPeople(db, [one.userId, other.userId]), loadQuotable(db, trio, trio)])
  // The introducer reads of both, and each of the two of the other.
  const quoted = [one, other].every(({ userId }) => trio.every((readerId) => quotable(readerId, userId) !== null))
  const [first, second] = quoted ? [shown.get(one.userId), shown.get(other.userId)] : []
  const facts = first && second ? sharedFacts(first, second) : null
  return {
    oneName: one.name,
    otherName: other.name,
    reasonForOne: facts ? reasonInWords(facts, other.name, locale) : '',
    reasonForOther: facts ? reasonInWords(turned(facts), one.name, locale) : '',
  }
}
