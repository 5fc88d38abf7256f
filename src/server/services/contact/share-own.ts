import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'
import { shareDetails, takeDetailsBack, type Detail } from './share-details'

/** What a member lets one of their people have. */
export interface OwnDetails {
  readonly fromId: string
  /** The member whom the contact is linked to; null: nobody to share with. */
  readonly toId: string | null
  /** The viewer's own proved address, if it is to be shared: nobody can share another's. */
  readonly email: string | null
  /** As typed; empty: none. */
  readonly phone: string
  readonly now: Date
  readonly locale: Locale
}

const isPhone = (text: string) => /^\+?[\d\s()./-]{5,40}$/u.test(text) && text.replace(/\D/gu, '').length >= 5

/**
 * Lets a member have one's address, or a phone number. What they had from one before is replaced.
 * @throws DomainError NOT_FOUND for a contact who is no member, BAD_INPUT for nothing to share or no number,
 *   CONFLICT when the other has no entry of one.
 */
export async function shareOwn(db: PrismaClient, { fromId, toId, email, phone, now, locale }: OwnDetails): Promise<void> {
  const t = textOf(locale, 'people')
  if (toId === null) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
  const number = phone.trim()
  if (number !== '' && !isPhone(number)) throw new DomainError('BAD_INPUT', t('share.badPhone'))
  const details: Detail[] = []
  if (email !== null) details.push({ kind: 'EMAIL', value: email })
  if (number !== '') details.push({ kind: 'PHONE', value: number })
  if (details.length === 0) throw new DomainError('BAD_INPUT', t('share.nothing'))
  await db.$transaction(async (tx) => {
    await takeDetailsBack(tx, { fromId, toId })
    const shared = await shareDetails(tx, { fromId, toId, details, now })
    if (!shared) throw new DomainError('CONFLICT', t('share.notPassed'))
  })
}

/** Takes back what one let a member have. */
export async function takeOwnBack(db: PrismaClient, { fromId, toId }: Pick<OwnDetails, 'fromId' | 'toId'>): Promise<void> {
  if (toId !== null) await db.$transaction((tx) => takeDetailsBack(tx, { fromId, toId }))
}
