import { draftLine } from '@/domain/follow-up/draft-line'
import { firstName } from '@/domain/follow-up/first-name'
import { localDate } from '@/domain/follow-up/morning-after'
import type { Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { loadQuotable, NOTHING_QUOTED, type Quotable } from '../person/quotable'
import { LOCALES, type Locale } from '@/text/translator'
import { draftWords } from './draft-words'
import { ofEvening } from './of-evening'

const PERSON = {
  id: true,
  name: true,
  locale: true,
} as const

function loadPeople(db: Db, ids: readonly string[]) {
  return db.user.findMany({ where: { id: { in: [...ids] } }, select: PERSON })
}
type Person = Awaited<ReturnType<typeof loadPeople>>[number]

const localeOf = (person: Person): Locale => LOCALES.find((locale) => locale === person.locale) ?? LOCALES[0]

function draftFor(you: Person, them: Person, eventName: string, quotable: Quotable): string {
  const line = draftLine({
    you: quotable(you.id, you.id) ?? NOTHING_QUOTED,
    them: { ...(quotable(you.id, them.id) ?? NOTHING_QUOTED), name: firstName(them.name) },
    eventName,
  })
  return draftWords(localeOf(you), line)
}

/** The evening whose prompts are written, and for whom. */
export interface Evening {
  readonly eventId: string
  readonly eventName: string
  /** When prompts of these people are due: their `YYYY-MM-DD`. */
  readonly dueOn: string
  /** Only these people get prompts. */
  readonly ownerIds: readonly string[]
}

/** Contacts of these people whom they met at the event and of whom they have no prompt. */
function contactsWithout(db: Db, eventId: string, ownerIds: readonly string[]) {
  return db.contact.findMany({
    where: {
      ownerId: { in: [...ownerIds] },
      userId: { not: null },
      interactions: { some: { meeting: { eventId, state: 'CONFIRMED' } } },
      followUps: { none: { eventId } },
    },
    select: { id: true, ownerId: true, userId: true },
  })
}

const contactsWithoutOf = ofEvening(contactsWithout, ({ ownerId }) => [ownerId])

/**
 * An open prompt with a drafted line for everybody whom these people met at the event, in each one's own
 * list. What is there already stays as it is, acted on or not, so that it may be called again.
 */
export async function writeFollowUps(db: Db, evening: Evening, now: Date): Promise<void> {
  const { eventId, eventName, dueOn, ownerIds } = evening
  const contacts = await contactsWithout(db, eventId, ownerIds)
  if (contacts.length === 0) return
  const ids = new Set(contacts.flatMap(({ ownerId, userId }) => (userId ? [ownerId, userId] : [ownerId])))
  const people = new Map((await loadPeople(db, [...ids])).map((person) => [person.id, person]))
  const quotable = await loadQuotable(db, contacts.map(({ ownerId }) => ownerId), [...ids])
  const rows = contacts.flatMap(({ id, ownerId, userId }) => {
    const you = people.get(ownerId)
    const them = userId ? people.get(userId) : undefined
    if (!you || !them) return []
    return [
      {
        id: newId('followUp'),
        ownerId,
        contactId: id,
        eventId,
        dueOn: new Date(`${dueOn}T00:00:00Z`),
        draft: draftFor(you, them, eventName, quotable),
        createdAt: now,
      },
    ]
  })
  await db.followUp.createMany({ data: rows, skipDuplicates: true })
}

/** {@link writeFollowUps} for one person, of meetings that were confirmed after the evening was closed. */
export async function writeLateFollowUps(
  db: Db,
  { userId, eventId }: { readonly userId: string; readonly eventId: string },
  now: Date,
): Promise<void> {
  if ((await contactsWithoutOf(db, { userId, eventId })).length === 0) return
  const event = await db.event.findUnique({ where: { id: eventId }, select: { name: true, timeZone: true } })
  if (!event) return
  const dueOn = localDate(now, event.timeZone)
  await writeFollowUps(db, { eventId, eventName: event.name, dueOn, ownerIds: [userId] }, now)
}
