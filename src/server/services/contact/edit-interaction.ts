import { DomainError } from '@/domain/errors'
import { localDate } from '@/domain/follow-up/morning-after'
import { momentOn } from '@/domain/follow-up/moment-on'
import { inTransaction, type Db } from '@/server/db/client'
import { settlePrompts, unsettlePrompts } from '@/server/services/follow-up/settle-prompts'
import { personZone } from '@/server/services/person/person-zone'
import { textOf, type Locale } from '@/text/translator'

interface OwnInteraction {
  readonly ownerId: string
  readonly contactId: string
  readonly interactionId: string
}

const whereOf = ({ ownerId, contactId, interactionId }: OwnInteraction) => ({ id: interactionId, contactId, contact: { ownerId } })

/** What is changed about it. */
export interface InteractionWords {
  readonly note: string
  readonly myPromise: string
  readonly theirPromise: string
  /** The owner's local date YYYY-MM-DD on which it happened; left out: as it is. */
  readonly on?: string | undefined
}

/**
 * Changes the words about something that happened, and, of what the owner wrote down themself, the day. A
 * promise in other words is open again.
 * @returns null when it is not the owner's.
 * @throws DomainError BAD_INPUT for a day that is none or still to come.
 */
export async function editInteraction(
  db: Db,
  { words, now, locale, ...own }: OwnInteraction & { readonly words: InteractionWords; readonly now: Date; readonly locale: Locale },
): Promise<{ readonly at: Date } | null> {
  const there = await db.interaction.findFirst({
    where: whereOf(own),
    select: { at: true, kind: true, meetingId: true, myPromise: true, theirPromise: true },
  })
  if (!there) return null
  const { note, myPromise, theirPromise, on } = words
  const zone = await personZone(db, own.ownerId)
  const movable = there.meetingId === null && there.kind !== 'INTRODUCED'
  const stays = on === undefined || !movable || on === localDate(there.at, zone)
  const at = stays ? there.at : momentOn(on, zone, now)
  if (!at) throw new DomainError('BAD_INPUT', textOf(locale, 'people')('badDay'))
  await inTransaction(db, async (tx) => {
    await tx.interaction.updateMany({
      where: whereOf(own),
      data: {
        note,
        myPromise,
        theirPromise,
        at,
        ...(myPromise === there.myPromise ? {} : { myPromiseKeptAt: null }),
        ...(theirPromise === there.theirPromise ? {} : { theirPromiseKeptAt: null }),
      },
    })
    if (stays) return
    // On another day it settles other prompts.
    await unsettlePrompts(tx, own.contactId, there.at)
    if (there.kind !== 'NOTE') await settlePrompts(tx, own.contactId, at)
  })
  return { at }
}

/** Ticks a promise off, or takes that back. Said twice it stays as said first. */
export async function tickPromise(
  db: Db,
  { whose, kept, now, ...own }: OwnInteraction & { readonly whose: 'MINE' | 'THEIRS'; readonly kept: boolean; readonly now: Date },
): Promise<void> {
  const column = whose === 'MINE' ? 'myPromiseKeptAt' : 'theirPromiseKeptAt'
  await db.interaction.updateMany({
    where: { ...whereOf(own), ...(kept ? { [column]: null } : {}) },
    data: { [column]: kept ? now : null },
  })
}
