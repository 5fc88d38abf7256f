import { DomainError } from '@/domain/errors'
import { TAKEAWAYS_AN_EVENT } from '@/domain/update/update-rules'
import type { PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { ownTakeaways } from './takeaways-of'
import { firstReceipt, updateText, type Writing } from './write-update'

interface Evening {
  readonly id: string
  readonly endsAt: Date
  readonly status: string
}

/**
 * What somebody takes away from an evening where they are checked in, for those who were there. Hidden people
 * stand in no list that others see, so they write none: see docs/decisions/029-updates.md.
 * @throws DomainError BAD_INPUT, FORBIDDEN while hidden, GONE two weeks after the end, TOO_MANY beyond
 *   {@link TAKEAWAYS_AN_EVENT}, CONFLICT for a nonce that wrote something else.
 */
export function writeTakeaway(db: PrismaClient, writing: Writing & { readonly event: Evening }) {
  const { userId, event, nonce, now, locale } = writing
  const t = textOf(locale, 'takeaways')
  const text = updateText(writing)
  return db.$transaction(async (tx) => {
    const before = await firstReceipt(tx, writing, text)
    if (before) return { updateId: before.updateId }
    const { writing: state } = await ownTakeaways(tx, { event, userId, now })
    if (state === 'OVER') throw new DomainError('GONE', t('over'))
    if (state === 'HIDDEN') throw new DomainError('FORBIDDEN', t('hidden'))
    if (state === 'FULL') throw new DomainError('TOO_MANY', t('full', { count: TAKEAWAYS_AN_EVENT }))
    const updateId = newId('update')
    await tx.update.create({ data: { id: updateId, userId, eventId: event.id, audience: 'EVENT', text, nonce, at: now } })
    return { updateId }
  })
}
