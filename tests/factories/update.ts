import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId, randomText } from '@/server/lib/tokens'
import { buildContact } from './contact'
import { NOW } from './moment'
import { buildUser } from './user'

/** What somebody is working on, for these readers; a takeaway, which has none, where an event is given. */
export async function buildUpdate(
  db: Db,
  overrides: Partial<Prisma.UpdateUncheckedCreateInput> & { readonly readerIds?: readonly string[] } = {},
) {
  const { readerIds = [], ...rest } = overrides
  const userId = rest.userId ?? (await buildUser(db)).id
  return db.update.create({
    data: {
      id: newId('update'),
      audience: rest.eventId ? 'EVENT' : 'PEOPLE',
      text: 'I am building a boat.',
      meantFor: readerIds.length,
      nonce: randomText(24),
      at: NOW,
      ...rest,
      userId,
      readers: { create: readerIds.map((reader) => ({ userId: reader })) },
    },
  })
}

/** Each has the other in their list, as after a meeting. */
export async function buildAcquaintance(db: Db, a: { readonly id: string }, b: { readonly id: string }) {
  const mine = await buildContact(db, { ownerId: a.id, userId: b.id })
  const theirs = await buildContact(db, { ownerId: b.id, userId: a.id })
  return { mine, theirs }
}
