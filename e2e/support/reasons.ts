import { expect, type Locator } from '@playwright/test'
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

const sameWord = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0
const both = (word: string, mine: string, theirs: string) => sameWord(word, mine) && sameWord(word, theirs)

/** Each sentence that a card may give as a reason, and what must be so. An unknown one is not true. */
const CLAIMS: readonly (readonly [RegExp, (words: readonly string[], me: Written, them: Written) => boolean])[] = [
  [
    /^You both chose (.+)\.$/,
    ([labels = ''], me, them) =>
      labels
        .split(/, and | and |, /)
        .every((label) => me.labels.includes(label) && them.labels.includes(label)),
  ],
  [/^You’re looking for “(.+)”\. They offer “(.+)”\.$/, ([ask, offer], me, them) => me.ask === ask && them.offer === offer],
  [/^They’re looking for “(.+)”\. You offer “(.+)”\.$/, ([ask, offer], me, them) => them.ask === ask && me.offer === offer],
  [/^You’re looking for “(.+)”\. Their “(.+)” might be close to it\.$/, ([ask, offer], me, them) => me.ask === ask && them.offer === offer],
  [/^They’re looking for “(.+)”\. Your “(.+)” might be close to it\.$/, ([ask, offer], me, them) => them.ask === ask && me.offer === offer],
  [/^You both named (.+)\.$/, ([label = ''], me, them) => both(label, me.organization, them.organization)],
  [/^You both live in (.+)\.$/, ([label = ''], me, them) => both(label, me.city, them.city)],
  [/^They chose (.+): something you may know little about\.$/, ([label = ''], _me, them) => them.labels.includes(label)],
  [/^It’s their first visit/, (_words, me, them) => them.visit === 1 && me.visit > 1],
  [/^This is their (\d+)\w+ visit/, ([visits], _me, them) => them.visit === Number(visits)],
  [/^It’s the first visit for both of you\.$/, (_words, me, them) => me.visit === 1 && them.visit === 1],
  [/^You haven’t met here yet\.$/, () => true],
]

/** Reads the reasons off a person's card and holds each against what the two have written. */
export async function expectTrueReasons(
  card: Locator,
  db: Db,
  who: { readonly readerId: string; readonly otherId: string; readonly eventId: string },
): Promise<void> {
  const reasons = await card.getByRole('listitem').allTextContents()
  expect(reasons.length, 'a card says why').toBeGreaterThan(0)
  const [me, them] = [await profileOf(db, who.readerId, who.eventId), await profileOf(db, who.otherId, who.eventId)]
  for (const reason of reasons) {
    const claim = CLAIMS.find(([pattern]) => pattern.test(reason))
    expect(claim, `no such reason is known: ${reason}`).toBeDefined()
    const [, ...words] = claim?.[0].exec(reason) ?? []
    expect(claim?.[1](words, me, them), `this is not so: ${reason}`).toBe(true)
  }
}
