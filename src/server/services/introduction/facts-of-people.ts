import type { ShownPerson } from '@/domain/introductions/shared-facts'
import type { SharedFacts } from '@/domain/introductions/shared-facts'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { askQuoted, offerQuoted } from '../suggestion/quoted'
import { readWithVectors } from '../suggestion/read-texts'

/** What these people show at events; whoever hides is not among them. */
export async function shownPeople(db: Db, userIds: readonly string[]): Promise<Map<string, ShownPerson & { readonly name: string }>> {
  const rows = await db.user.findMany({
    where: { id: { in: [...userIds] }, NOT: { profile: { visible: false } } },
    select: {
      id: true,
      name: true,
      profile: { select: { ask: true, offer: true } },
      interests: { orderBy: { interest: { slug: 'asc' } }, select: { interest: { select: { slug: true, label: true } } } },
    },
  })
  return new Map(
    rows.map(({ id, name, profile, interests }) => {
      const { ask, offer } = profile ?? { ask: '', offer: '' }
      const read = { readAsk: readWithVectors(ask), readOffer: readWithVectors(offer) }
      return [id, { name, ask, offer, ...read, interests: interests.map(({ interest }) => interest) }]
    }),
  )
}

/** A sentence to the first of the two about the second, made of what is true; empty where nothing is. */
export function reasonInWords(facts: SharedFacts, otherName: string, locale: Locale): string {
  const t = textOf(locale, 'introduction')
  const quoted = (help: NonNullable<SharedFacts['forOne']>) => ({
    name: otherName,
    ask: askQuoted(help.ask, locale),
    offer: offerQuoted(help.offer, locale),
  })
  const labels = new Intl.ListFormat(locale, { type: 'conjunction' }).format(facts.interests)
  return [
    facts.forOne && t('fact.theyHelp', quoted(facts.forOne)),
    facts.forOther && t('fact.youHelp', quoted(facts.forOther)),
    facts.interests.length > 0 && t('fact.bothChose', { name: otherName, labels }),
  ]
    .filter((sentence) => typeof sentence === 'string')
    .join(' ')
}

/** The same facts from the other's side. */
export function turned({ interests, forOne, forOther }: SharedFacts): SharedFacts {
  return { interests, forOne: forOther, forOther: forOne }
}
