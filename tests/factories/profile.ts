import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId, randomText } from '@/server/lib/tokens'
import { NOW } from './moment'
import { buildUser } from './user'

/** What a person shows of themself; all lines empty unless given. */
export async function buildProfile(db: Db, overrides: Partial<Prisma.ProfileUncheckedCreateInput> = {}) {
  const userId = overrides.userId ?? (await buildUser(db)).id
  return db.profile.create({ data: { updatedAt: NOW, ...overrides, userId } })
}

/** An interest with a label of its own; `synonyms` are slugs. */
export function buildInterest(
  db: Db,
  overrides: Partial<Omit<Prisma.InterestUncheckedCreateInput, 'synonyms'>> & { readonly synonyms?: readonly string[] } = {},
) {
  const { synonyms = [], ...rest } = overrides
  const slug = rest.slug ?? rest.label?.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-') ?? `interest-${randomText(8)}`
  return db.interest.create({
    data: {
      id: newId('interest'),
      label: slug,
      createdAt: NOW,
      ...rest,
      slug,
      synonyms: { create: synonyms.map((word) => ({ slug: word })) },
    },
  })
}

/** Gives a person interests by their slugs; those that nobody has yet are made. */
export async function giveInterests(db: Db, userId: string, slugs: readonly string[]) {
  for (const slug of slugs) {
    const known = await db.interest.findUnique({ where: { slug } })
    const interest = known ?? (await buildInterest(db, { slug }))
    await db.userInterest.create({ data: { userId, interestId: interest.id, addedAt: NOW } })
  }
}
