import type { Cadence } from '@/domain/follow-up/cadence'
import { cleanLine } from '@/domain/text'
import { tagsOf } from '@/domain/contact/tags'
import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'

/** The most that each of an entry's texts holds, in characters, as the columns do. */
export const CONTACT_LIMITS = { name: 200, organization: 200, title: 200, about: 4_000, tags: 1_000 } as const

/** What the owner says of somebody, as typed. */
export interface ContactFacts {
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly about: string
  /** With commas between. */
  readonly tags: string
}

/** The facts as they are kept. @throws DomainError BAD_INPUT when nothing of the name can be read. */
export function factsOf({ name, organization, title, about, tags }: ContactFacts, locale: Locale) {
  const kept = cleanLine(name, CONTACT_LIMITS.name)
  if (kept === '') throw new DomainError('BAD_INPUT', textOf(locale, 'people')('nameMissing'))
  return {
    name: kept,
    organization: cleanLine(organization, CONTACT_LIMITS.organization),
    title: cleanLine(title, CONTACT_LIMITS.title),
    about: about.trim(),
    tags: tagsOf(tags),
  }
}

interface Own {
  readonly ownerId: string
  readonly contactId: string
}

/** Writes down what the owner says of somebody. @throws DomainError BAD_INPUT without a name. */
export async function editContact(db: Db, { ownerId, contactId, facts, locale }: Own & { facts: ContactFacts; locale: Locale }) {
  await db.contact.updateMany({ where: { id: contactId, ownerId }, data: factsOf(facts, locale) })
}

/** How often to be in touch with somebody; null: as their groups or the settings say. */
export async function setCadence(db: Db, { ownerId, contactId, cadence }: Own & { cadence: Cadence | null }) {
  await db.contact.updateMany({ where: { id: contactId, ownerId }, data: { cadence } })
}

/** Ends what was put off or skipped: the cadence counts from the last interaction again. */
export async function liftPutOff(db: Db, { ownerId, contactId }: Own) {
  await db.contact.updateMany({
    where: { id: contactId, ownerId },
    data: { snoozedUntil: null, snoozedAt: null, skippedAt: null },
  })
}

/** Deletes an entry with all that stands about it. Deleted already it is deleted. */
export async function removeContact(db: Db, { ownerId, contactId }: Own) {
  await db.contact.deleteMany({ where: { id: contactId, ownerId } })
}
