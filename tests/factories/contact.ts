import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { NOW } from './moment'
import { buildUser } from './user'

/** An entry in somebody's own list, linked to a member only if `userId` is given. */
export async function buildContact(db: Db, overrides: Partial<Prisma.ContactUncheckedCreateInput> = {}) {
  const ownerId = overrides.ownerId ?? (await buildUser(db)).id
  return db.contact.create({
    data: { id: newId('contact'), name: 'Grace Example', createdAt: NOW, ...overrides, ownerId },
  })
}

/** Something that happened with a contact: a meeting without a note unless something else is given. */
export async function buildInteraction(db: Db, overrides: Partial<Prisma.InteractionUncheckedCreateInput> = {}) {
  const contactId = overrides.contactId ?? (await buildContact(db)).id
  return db.interaction.create({
    data: { id: newId('interaction'), kind: 'MET', at: NOW, ...overrides, contactId },
  })
}

/** An open prompt about a contact, due today; its owner is the contact's. */
export async function buildFollowUp(
  db: Db,
  overrides: Partial<Omit<Prisma.FollowUpUncheckedCreateInput, 'ownerId'>> = {},
) {
  const contactId = overrides.contactId ?? (await buildContact(db)).id
  const { ownerId } = await db.contact.findUniqueOrThrow({ where: { id: contactId } })
  return db.followUp.create({
    data: {
      id: newId('followUp'),
      dueOn: new Date('2026-11-19T00:00:00Z'),
      createdAt: NOW,
      ...overrides,
      contactId,
      ownerId,
    },
  })
}

/** A group of somebody's own people, without a cadence unless one is given. */
export async function buildGroup(db: Db, overrides: Partial<Prisma.ContactGroupUncheckedCreateInput> = {}) {
  const ownerId = overrides.ownerId ?? (await buildUser(db)).id
  const id = overrides.id ?? newId('contactGroup')
  return db.contactGroup.create({ data: { name: `Group ${id}`, createdAt: NOW, ...overrides, id, ownerId } })
}
