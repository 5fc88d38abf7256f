import { expect, type Locator } from '@playwright/test'
import messages from '../../messages/en.json' with { type: 'json' }
import type { Application } from './application'

type Db = Application['db']

/** What somebody has written of themself, as the database has it. */
async function profileOf(db: Db, userId: string, eventId: string) {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      profile: true,
      interests: { select: { interest: { select: { label: true } } } },
      checkIns: { where: { eventId }, select: { visitNumber: true } },
    },
  })
  return {
    ask: user.profile?.ask ?? '',
    offer: user.profile?.offer ?? '',
    city: user.profile?.city ?? '',
    organization: user.profile?.organization ?? '',
    labels: user.interests.map(({ interest }) => interest.label),
    visit: user.checkIns[0]?.visitNumber ?? 0,
  }
}

type Written = Awaited<ReturnType<typeof profileOf>>

type Words = Readonly<Record<string, string | undefined>>

const sameWord = (a = '', b = '') => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0

/** What must be so where a card gives this reason, with the words that stand in its sentence. */
const CLAIMS: Readonly<Record<keyof typeof messages.reasons, (words: Words, me: Written, them: Written) => boolean>> = {
  sharedInterest: ({ label = '' }, me, them) => me.labels.includes(label) && them.labels.includes(label),
  sharedInterests: ({ labels = '' }, me, them) =>
    labels.split(/, and | and |, /).every((label) => me.labels.includes(label) && them.labels.includes(label)),
  theirOfferMatchesYourAsk: ({ ask, offer }, me, them) => me.ask === ask && them.offer === offer,
  yourOfferMatchesTheirAsk: ({ ask, offer }, me, them) => them.ask === ask && me.offer === offer,
  theirOfferMightMatchYourAsk: ({ ask, offer }, me, them) => me.ask === ask && them.offer === offer,
  yourOfferMightMatchTheirAsk: ({ ask, offer }, me, them) => them.ask === ask && me.offer === offer,
  theyAreNew: (_words, me, them) => them.visit === 1 && me.visit > 1,
  theyAreRegular: ({ visits = '' }, _me, them) => them.visit === Number.parseInt(visits, 10),
  bothNew: (_words, me, them) => me.visit === 1 && them.visit === 1,
  sameOrganization: ({ label }, me, them) => sameWord(label, me.organization) && sameWord(label, them.organization),
  sameCity: ({ label }, me, them) => sameWord(label, me.city) && sameWord(label, them.city),
  sameStudies: () => false,
  sameEvenings: (_words, me, them) => me.visit > 1 && them.visit > 1,
  anotherField: ({ label = '' }, me, them) => them.labels.includes(label) && !me.labels.includes(label),
  notMetYet: () => true,
}

/** The catalogue's sentence as a pattern, each of its parameters a group. */
function patternOf(sentence: string): RegExp {
  const pieces = sentence
    .replaceAll(/\{(\w+)(?:, (?:[^{}]|\{[^{}]*\})*)?\}/g, '\u0000$1\u0000')
    .split('\u0000')
    .map((piece, place) => (place % 2 === 1 ? `(?<${piece}>.+)` : piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${pieces.join('')}$`)
}

/** Whether one of the catalogue's reasons reads like this, and is so. */
function isTrue(reason: string, me: Written, them: Written): boolean {
  return Object.entries(CLAIMS).some(([code, isSo]) => {
    const found = patternOf(messages.reasons[code as keyof typeof CLAIMS]).exec(reason)
    return found !== null && isSo(found.groups ?? {}, me, them)
  })
}

/** Reads the reasons off a person's card and holds each against what the two have written. */
export async function expectTrueReasons(
  card: Locator,
  db: Db,
  who: { readonly readerId: string; readonly otherId: string; readonly eventId: string },
): Promise<void> {
  const reasons = await card.getByRole('listitem').allTextContents()
  expect(reasons.length, 'a card says why').toBeGreaterThan(0)
  const [me, them] = [await profileOf(db, who.readerId, who.eventId), await profileOf(db, who.otherId, who.eventId)]
  for (const reason of reasons) expect(isTrue(reason, me, them), `this is so: ${reason}`).toBe(true)
}
