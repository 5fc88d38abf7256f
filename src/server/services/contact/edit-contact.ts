import type { Cadence } from '@/domain/follow-up/cadence'
import { birthdayOf } from '@/domain/import/dates'
import { cleanLine } from '@/domain/text'
import { tagsOf } from '@/domain/contact/tags'
import { DomainError } from '@/domain/errors'
import { inTransaction, sql, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'

/** The most that each of an entry's texts holds, in characters, as the columns do. */
export const CONTACT_LIMITS = { name: 200, organization: 200, title: 200, about: 4_000, tags: 1_000, birthday: 40 } as const

/** What the owner says of somebody, as typed. */
export interface ContactFacts {
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly about: string
  /** With commas between. */
  readonly tags: string
  /** As people write it; empty for none. */
  readonly birthday: string
}

/** The facts as they are kept. @throws DomainError BAD_INPUT when nothing of the name can be read, or the birthday is no date. */
export function factsOf({ name, organization, title, about, tags, birthday }: ContactFacts, locale: Locale) {
  const kept = cleanLine(name, CONTACT_LIMITS.name)
  if (kept === '') throw new DomainError('BAD_INPUT', textOf(locale, 'people')('nameMissing'))
  const born = birthdayOf(birthday)
  if (born === null && birthday.trim() !== '') throw new DomainError('BAD_INPUT', textOf(locale, 'people')('badBirthday'))
  return {
    name: kept,
    organization: cleanLine(organization, CONTACT_LIMITS.organization),
    title: cleanLine(title, CONTACT_LIMITS.title),
    about: about.trim(),
    tags: tagsOf(tags),
    birthday: born,
  }
}

interface Own {
  readonly ownerId: string
  readonly contactId: string
}

/** Writes down what the owner says of somebody. @throws DomainError as {@link factsOf}. */
export async function editContact(db: Db, { ownerId, contactId, facts, locale }: Own & { facts: ContactFacts; locale: Locale }) {
  await db.contact.updateMany({ where: { id: contactId, ownerId }, data: factsOf(facts, locale) })
}

/** How often to be in touch with somebody; null: as their groups or the settings say. */
export async function setCadence(db: Db, { ownerId, contactId, cadence }: Own & { cadence: Cadence | null }) {
  await db.contact.updateMany({ where: { id: contactId, ownerId }, data: { cadence } })
}

/** Ends what was put off or skipped: the cadence counts from the last interaction again, and prompts put off with it are due as before. */
export async function liftPutOff(db: Db, { ownerId, contactId }: Own) {
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw(sql`
      UPDATE follow_up f SET state = 'OPEN', "dueOn" = f."putOffFrom", "putOffFrom" = NULL, "actedAt" = NULL
      FROM contact c
      WHERE c.id = ${contactId} AND c."ownerId" = ${ownerId} AND f."contactId" = c.id AND f."ownerId" = c."ownerId"
        AND f.state = 'LATER' AND f."putOffFrom" IS NOT NULL AND f."actedAt" >= c."snoozedAt"`)
    await tx.contact.updateMany({
      where: { id: contactId, ownerId },
      data: { snoozedUntil: null, snoozedAt: null, skippedAt: null },
    })
  })
}

/** Deletes an entry with all that stands about it. Deleted already it is deleted. */
export async function removeContact(db: Db, { ownerId, contactId }: Own) {
  await db.contact.deleteMany({ where: { id: contactId, ownerId } })
}
