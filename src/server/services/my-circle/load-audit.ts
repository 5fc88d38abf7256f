import { couldMeet, maybeMissed, pairOf, type AuditStep } from '@/domain/my-circle/audit'
import { findBonds } from '@/domain/my-circle/find-bonds'
import { byInterest } from '@/domain/my-circle/groupings'
import { silentBefore } from '@/domain/my-circle/silence'
import type { Db } from '@/server/db/client'
import { findSettings } from '@/server/services/follow-up/settings'
import type { Locale } from '@/text/translator'
import { loadOwnPeople, type CirclePerson, type OwnPeople } from './load-own-people'
import { findMoreOf } from './more-of'

/** People that one question offers: what fits a screen or two of a phone. */
const OFFERED = 10
/** Topics that are named for having few people, and what few is. */
const TOPICS = 6
const FEW = 3
/** Pairs that are proposed. */
const PAIRS = 3
/** Whoever was silent for so many calendar months may be missed. */
const SILENT_MONTHS = 3

interface Asked {
  readonly ownerId: string
  readonly now: Date
  readonly locale: Locale
}

const named = ({ contactId, name, lastOn }: Pick<CirclePerson, 'contactId' | 'name' | 'lastOn'>) => ({ contactId, name, lastOn })

/** Pairs whom the owner has proposed to each other already, as keys of two of the owner's contacts. */
async function proposedPairs(db: Db, ownerId: string, { people }: OwnPeople): Promise<ReadonlySet<string>> {
  const contactOf = new Map(people.flatMap(({ contactId, userId }) => (userId === null ? [] : [[userId, contactId] as const])))
  const rows = await db.introduction.findMany({ where: { byId: ownerId }, select: { aId: true, bId: true } })
  return new Set(rows.map(({ aId, bId }) => pairOf(contactOf.get(aId) ?? '', contactOf.get(bId) ?? '')))
}

/** What one question of the audit is asked about: out of the owner's own facts, as the circle. */
export async function loadAudit(db: Db, step: AuditStep, { ownerId, now, locale }: Asked) {
  if (step === 'rhythm') return { step, cadence: (await findSettings(db, ownerId)).cadence }
  const own = await loadOwnPeople(db, { ownerId, now, locale })
  const { today } = own
  switch (step) {
    case 'missed':
      return { step, today, people: maybeMissed(own.people, silentBefore(today, SILENT_MONTHS), OFFERED).map(named) }
    case 'more': {
      const fewest = byInterest(own.people).filter(({ people }) => people.length <= FEW).toReversed().slice(0, TOPICS)
      return { step, ...(await findMoreOf(db, ownerId)), few: fewest.map(({ label, people }) => ({ label, count: people.length })) }
    }
    case 'introduce': {
      const members = own.people.filter(({ userId }) => userId !== null)
      const pairs = couldMeet(members, findBonds(own.people, own.introduced), await proposedPairs(db, ownerId, own), PAIRS)
      return { step, pairs: pairs.map(({ a, b, topic }) => ({ a: named(a), b: named(b), topic })) }
    }
    case 'quiet': {
      const due = own.people.flatMap((person) => (person.dueOn !== null && person.dueOn <= today ? [{ ...person, dueOn: person.dueOn }] : []))
      return { step, today, people: due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)).slice(0, OFFERED).map(named) }
    }
  }
}
