import { DomainError } from '@/domain/errors'
import { localDate } from '@/domain/follow-up/morning-after'
import type { Prisma } from '@/generated/prisma/client'
import { inTransaction, type Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { newId } from '@/server/lib/tokens'
import { personZone } from '@/server/services/person/person-zone'
import { textOf, type Locale } from '@/text/translator'

interface Chosen {
  readonly ownerId: string
  readonly contactIds: readonly string[]
  readonly now: Date
  readonly locale: Locale
}

async function find(tx: Db, { ownerId, contactIds, locale }: Omit<Chosen, 'now'>) {
  const contacts = await tx.contact.findMany({
    where: { ...contactsOf(ownerId), id: { in: [...contactIds] } },
    select: { id: true, name: true, cadence: true, followUps: { where: { eventId: null, state: 'OPEN' }, select: { id: true } } },
  })
  if (contacts.length < new Set(contactIds).size) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  return contacts
}

/**
 * 'I would miss them': each chosen one gets a prompt for today, in no case a second one beside a prompt in the owner's
 * own words that is still open; so it may be sent again, and at the same time.
 * @throws DomainError NOT_FOUND for an id that is not of the owner's people; nothing is written then.
 */
export async function missPeople(db: Db, chosen: Chosen): Promise<void> {
  const { ownerId, contactIds, now, locale } = chosen
  const dueOn = new Date(`${localDate(now, await personZone(db, ownerId))}T00:00:00Z`)
  await inTransaction(db, async (tx) => {
    // Whoever comes second waits here, and then sees what the first one wrote.
    await tx.$queryRaw`SELECT id FROM contact WHERE "ownerId" = ${ownerId} AND id = ANY(${[...contactIds]}) ORDER BY id FOR UPDATE`
    const contacts = await find(tx, chosen)
    await tx.followUp.createMany({
      data: contacts
        .filter(({ followUps }) => followUps.length === 0)
        .map(({ id }) => ({
          id: newId('followUp'),
          ownerId,
          contactId: id,
          dueOn,
          about: textOf(locale, 'myCircle')('audit.missedAbout'),
          createdAt: now,
        })),
    })
  })
}

/**
 * No reminders of these any more.
 * @throws DomainError NOT_FOUND for an id that is not of the owner's people; nothing is changed then.
 */
export async function quietPeople(db: Db, chosen: Omit<Chosen, 'now'>): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ids = (await find(tx, chosen)).map(({ id }) => id)
    await tx.contact.updateMany({ where: { ownerId: chosen.ownerId, id: { in: ids } }, data: { cadence: 'NONE' } })
  })
}

/** The audit was gone through, or put off: it is offered again in a quarter. */
export async function settleAudit(db: Db, { userId, now }: { readonly userId: string; readonly now: Date }): Promise<void> {
  await db.followUpSettings.upsert({ where: { userId }, create: { userId, auditedAt: now }, update: { auditedAt: now } })
}

/** What the audit changed and still holds, by name: who has an open prompt, who has no reminders. Others' ids are passed over. */
export async function listChanged(
  db: Db,
  { ownerId, missed, quiet }: { readonly ownerId: string; readonly missed: readonly string[]; readonly quiet: readonly string[] },
) {
  const changed = (where: Prisma.ContactWhereInput) =>
    db.contact.findMany({ where: { AND: [contactsOf(ownerId), where] }, orderBy: { id: 'asc' }, select: { id: true, name: true } })
  const [prompted, silenced] = await Promise.all([
    changed({ id: { in: [...missed] }, followUps: { some: { eventId: null, state: 'OPEN' } } }),
    changed({ id: { in: [...quiet] }, cadence: 'NONE' }),
  ])
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ contactId: id, name })
  return { missed: prompted.map(named), quiet: silenced.map(named) }
}
