import type { Cadence } from '@/domain/follow-up/cadence'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import { sql, type Db } from '@/server/db/client'
import { isUniqueViolation } from '@/server/db/errors'
import { contactsOf } from '@/server/db/scopes'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { inOwnList } from './standing'

/** The longest name of a group, in characters, and how many one person can have. */
export const GROUP_NAME_MAX = 60
const MOST_GROUPS = 100

/** A person's groups by name, with how many are in each. */
export async function listGroups(db: Db, ownerId: string) {
  const rows = await db.contactGroup.findMany({
    where: { ownerId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, cadence: true, _count: { select: { members: { where: { contact: contactsOf(ownerId) } } } } },
  })
  return rows.map(({ id, name, cadence, _count }) => ({ groupId: id, name, cadence, members: _count.members }))
}

/** All tags of a person's people, each with how many have it, by name. */
export function listTags(db: Db, ownerId: string): Promise<{ tag: string; members: number }[]> {
  return db.$queryRaw<{ tag: string; members: number }[]>(sql`
    SELECT t.tag, count(*)::int AS members FROM contact c, unnest(c.tags) t(tag)
    WHERE c."ownerId" = ${ownerId} AND ${inOwnList(ownerId)} GROUP BY t.tag ORDER BY t.tag`)
}

interface GroupFacts {
  readonly ownerId: string
  readonly name: string
  readonly cadence: Cadence | null
  readonly locale: Locale
}

function nameOf({ name, locale }: GroupFacts): string {
  const kept = cleanLine(name, GROUP_NAME_MAX)
  if (kept === '') throw new DomainError('BAD_INPUT', textOf(locale, 'people')('groupNameMissing'))
  return kept
}

/**
 * Makes a group. One of that name that is there already is the answer, so that a repeat makes one.
 * @throws DomainError BAD_INPUT without a name, CONFLICT when there are a hundred.
 */
export async function addGroup(db: Db, { now, ...facts }: GroupFacts & { readonly now: Date }): Promise<{ groupId: string }> {
  const { ownerId, cadence, locale } = facts
  const name = nameOf(facts)
  const there = await db.contactGroup.findMany({ where: { ownerId }, select: { id: true, name: true } })
  const same = there.find((group) => group.name === name)
  if (same) return { groupId: same.id }
  if (there.length >= MOST_GROUPS) throw new DomainError('CONFLICT', textOf(locale, 'people')('tooManyGroups'))
  await db.contactGroup.createMany({ data: { id: newId('contactGroup'), ownerId, name, cadence, createdAt: now }, skipDuplicates: true })
  const made = await db.contactGroup.findUniqueOrThrow({ where: { ownerId_name: { ownerId, name } }, select: { id: true } })
  return { groupId: made.id }
}

/** Gives a group another name or cadence. @throws DomainError BAD_INPUT, CONFLICT when another has that name. */
export async function changeGroup(db: Db, { groupId, ...facts }: GroupFacts & { readonly groupId: string }): Promise<void> {
  const { ownerId, cadence, locale } = facts
  const name = nameOf(facts)
  try {
    await db.contactGroup.updateMany({ where: { id: groupId, ownerId }, data: { name, cadence } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new DomainError('CONFLICT', textOf(locale, 'people')('groupNameTaken', { name }))
  }
}

interface OwnGroup {
  readonly ownerId: string
  readonly groupId: string
}

/** Deletes a group; the people in it stay. */
export async function removeGroup(db: Db, { ownerId, groupId }: OwnGroup): Promise<void> {
  await db.contactGroup.deleteMany({ where: { id: groupId, ownerId } })
}

/** Puts people into a group; those of another's list, and who is in it already, make no difference. @returns how many are new. */
export async function addMembers(db: Db, { ownerId, groupId, contactIds }: OwnGroup & { readonly contactIds: string[] }) {
  const added = await db.$executeRaw(sql`
    INSERT INTO contact_group_member ("groupId", "contactId")
    SELECT g.id, c.id FROM contact_group g JOIN contact c ON c."ownerId" = g."ownerId"
    WHERE g.id = ${groupId} AND g."ownerId" = ${ownerId} AND c.id = ANY (${contactIds}::text[])
    ON CONFLICT DO NOTHING`)
  return { added }
}

/** Takes people out of a group. */
export async function dropMembers(db: Db, { ownerId, groupId, contactIds }: OwnGroup & { readonly contactIds: string[] }): Promise<void> {
  await db.contactGroupMember.deleteMany({ where: { groupId, group: { ownerId }, contactId: { in: contactIds } } })
}

/** Makes these the groups of one contact; another's groups make no difference. */
export async function setGroups(
  db: Db,
  { ownerId, contactId, groupIds }: { readonly ownerId: string; readonly contactId: string; readonly groupIds: string[] },
): Promise<void> {
  await db.contactGroupMember.deleteMany({ where: { contactId, contact: { ownerId }, groupId: { notIn: groupIds } } })
  await db.$executeRaw(sql`
    INSERT INTO contact_group_member ("groupId", "contactId")
    SELECT g.id, c.id FROM contact c JOIN contact_group g ON g."ownerId" = c."ownerId"
    WHERE c.id = ${contactId} AND c."ownerId" = ${ownerId} AND g.id = ANY (${groupIds}::text[])
    ON CONFLICT DO NOTHING`)
}
