import type { PrismaClient } from '@/generated/prisma/client'
import { formatId, ID_BODY_LENGTH } from '@/domain/ids'
import { sign } from '@/server/lib/tokens'
import type { Locale } from '@/text/translator'
import { factsOf, type ContactFacts } from './edit-contact'
import { setGroups } from './groups'
import { addContact } from './new-contact'

export interface ByHand {
  readonly ownerId: string
  readonly facts: ContactFacts
  readonly groupIds: string[]
  /** The client's own word for this one: a repeat makes one entry. */
  readonly nonce: string
  readonly secret: string
  readonly locale: Locale
  readonly now: Date
}

/** Adds somebody whom the owner writes down by themself. @throws DomainError BAD_INPUT without a name. */
export async function addByHand(db: PrismaClient, { ownerId, facts, groupIds, nonce, secret, locale, now }: ByHand) {
  const id = formatId('contact', sign(secret, 'contact by hand', [ownerId, nonce], ID_BODY_LENGTH))
  const kept = factsOf(facts, locale)
  await db.$transaction(async (tx) => {
    await addContact(tx, { ownerId, id, ...kept, source: 'HAND', now })
    await setGroups(tx, { ownerId, contactId: id, groupIds })
  })
  return { contactId: id }
}
