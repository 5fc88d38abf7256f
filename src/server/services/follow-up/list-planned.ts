import type { Db } from '@/server/db/client'

/** What this person planned with a contact and did not do yet, the first first: prompts in their own words. */
export async function listPlanned(db: Db, { userId, contactId }: { readonly userId: string; readonly contactId: string }) {
  const rows = await db.followUp.findMany({
    where: { ownerId: userId, contactId, eventId: null, state: { in: ['OPEN', 'LATER'] } },
    orderBy: [{ dueOn: 'asc' }, { dueTime: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { id: true, dueOn: true, dueTime: true, about: true },
  })
  return rows.map(({ id, dueOn, dueTime, about }) => ({
    followUpId: id,
    dueOn: dueOn.toISOString().slice(0, 10),
    time: dueTime,
    about,
  }))
}
