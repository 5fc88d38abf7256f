import { DomainError } from '@/domain/errors'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { textOf, type Locale } from '@/text/translator'
import { openAskFor } from '../ask/open-ask'

/** An entry that is linked to a member who has proved an address: only they can be written to. */
export const REACHABLE = { user: { email: { not: null } } } satisfies Prisma.ContactWhereInput

/** How many are offered to choose from. */
const MOST = 1000

/** One of the two, as the introducer knows them. */
export interface Party {
  readonly userId: string
  readonly name: string
  readonly email: string
}

/** The introducer's own people who can be introduced, by name. */
export async function introduciblePeople(db: Db, ownerId: string) {
  const rows = await db.contact.findMany({
    where: { AND: [contactsOf(ownerId), REACHABLE] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, name: true },
  })
  return rows.map(({ id, name }) => ({ contactId: id, name }))
}

interface Given {
  readonly ownerId: string
  readonly locale: Locale
}

/**
 * The person of one of the introducer's own entries.
 * @throws DomainError NOT_FOUND for another's entry, and of somebody whom they blocked; BAD_INPUT, with one sentence whatever the reason is, for
 *   somebody who cannot be written to
 */
export async function partyOfContact(db: Db, contactId: string, { ownerId, locale }: Given): Promise<Party> {
  const contact = await db.contact.findFirst({
    where: { ...contactsOf(ownerId), id: contactId },
    select: { name: true, user: { select: { id: true, email: true } } },
  })
  if (!contact) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  const { name, user } = contact
  if (!user?.email) {
    const t = textOf(locale, 'introduction')
    throw new DomainError('BAD_INPUT', t('unreachable', { name: name || t('nameless') }))
  }
  return { userId: user.id, name, email: user.email }
}

/** The person whose ask the introducer was sent. @throws DomainError NOT_FOUND */
export async function partyOfAsk(db: Db, askId: string, { ownerId, locale, now }: Given & { readonly now: Date }): Promise<Party> {
  const ask = await openAskFor(db, { askId, userId: ownerId, now })
  const asker = ask && (await db.user.findUnique({ where: { id: ask.byId }, select: { id: true, name: true, email: true } }))
  if (!asker?.email) throw new DomainError('NOT_FOUND', textOf(locale, 'ask')('over'))
  return { userId: asker.id, name: asker.name, email: asker.email }
}
