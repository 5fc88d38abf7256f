import { formatId, type IdKind, ID_BODY_LENGTH } from '@/domain/ids'
import type { Prisma } from '@/generated/prisma/client'
import { passHashOf } from '@/server/lib/pass'
import { sign } from '@/server/lib/tokens'
import { CAST } from './cast'
import type { DemoPerson } from './parse-cast'

/** Ids that follow from secret, community and key, so that one seed writes the same rows. */
export type DemoIds = (kind: IdKind, key: string) => string

/** The ids of one demo community. */
export function demoIds(secret: string, seed: string): DemoIds {
  return (kind, key) => formatId(kind, sign(secret, 'demo', [seed, kind, key], ID_BODY_LENGTH))
}

/** Somebody of the cast with the id of their row. */
export type DemoMember = DemoPerson & { readonly id: string }

/**
 * Writes the cast: people without any address, so that nothing is ever sent to them, with what they
 * show of themselves. Interests must be in the catalogue already; others are left out.
 */
export async function writePeople(
  tx: Prisma.TransactionClient,
  given: { ids: DemoIds; secret: string; communityId: string; timeZone: string; joinedAt: Date },
): Promise<readonly DemoMember[]> {
  const { ids, secret, communityId, timeZone, joinedAt } = given
  const people = CAST.map((person) => ({ ...person, id: ids('user', person.name) }))
  await tx.user.createMany({
    data: people.map(({ id, name }) => ({ id, name, timeZone, passHash: passHashOf(secret, id, 1), createdAt: joinedAt })),
  })
  await tx.profile.createMany({
    data: people.map(({ id, headline, ask, offer, starter }) => ({
      userId: id,
      headline,
      ask,
      offer,
      starter,
      updatedAt: joinedAt,
    })),
  })
  await tx.membership.createMany({
    data: people.map(({ id }) => ({ communityId, userId: id, joinedAt })),
  })
  const known = await tx.interest.findMany({
    where: { slug: { in: people.flatMap(({ interests }) => interests) } },
    select: { id: true, slug: true },
  })
  const idOfSlug = new Map(known.map(({ slug, id }) => [slug, id]))
  await tx.userInterest.createMany({
    data: people.flatMap(({ id, interests }) =>
      interests.flatMap((slug) => {
        const interestId = idOfSlug.get(slug)
        return interestId === undefined ? [] : [{ userId: id, interestId, addedAt: joinedAt }]
      }),
    ),
  })
  return people
}
