import { DomainError } from '@/domain/errors'
import { daysFrom, isDate } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import { formatId, ID_BODY_LENGTH } from '@/domain/ids'
import type { Db } from '@/server/db/client'
import { sign } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { personZone } from '../person/person-zone'

/** The furthest day that can be planned, in days from today. */
const FURTHEST_DAYS = 5 * 366
/** The longest text of what it is about, in characters, as the column holds it. */
export const ABOUT_MAX = 200

export interface Plan {
  readonly userId: string
  readonly contactId: string
  /** Local date `YYYY-MM-DD`, today or later. */
  readonly dueOn: string
  /** Local time `HH:MM`; null where any time of that day will do. */
  readonly dueTime: string | null
  /** What it is about, in the owner's words. */
  readonly about: string
  /** The client's own word for this one: a repeat counts once. */
  readonly nonce: string
  readonly now: Date
  readonly secret: string
  readonly locale: Locale
}

/**
 * 'If it is Thursday 9:00, I write to her': a prompt of the owner's own. Saying when and where beforehand is
 * what makes people do it (Gollwitzer and Sheeran, Advances in Experimental Social Psychology 38, 2006).
 * Its id is made from the nonce, so that a repeat finds it.
 * @throws DomainError BAD_INPUT for a day that is over, or that there is not.
 */
export async function planFollowUp(db: Db, plan: Plan): Promise<{ readonly followUpId: string }> {
  const { userId, contactId, dueOn, dueTime, about, nonce, now, secret, locale } = plan
  const today = localDate(now, await personZone(db, userId))
  if (!isDate(dueOn) || dueOn < today || dueOn > daysFrom(today, FURTHEST_DAYS)) {
    throw new DomainError('BAD_INPUT', textOf(locale, 'plan')('badDay'))
  }
  const id = formatId('followUp', sign(secret, 'planned-follow-up', [userId, contactId, nonce], ID_BODY_LENGTH))
  await db.followUp.createMany({
    data: { id, ownerId: userId, contactId, dueOn: new Date(`${dueOn}T00:00:00Z`), dueTime, about, createdAt: now },
    skipDuplicates: true,
  })
  return { followUpId: id }
}
