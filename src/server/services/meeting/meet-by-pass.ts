import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { textOf } from '@/text/translator'
import { confirmPair } from './confirm-pair'
import { findByPass, type ScannedPass } from './find-by-pass'
import { tellPeople } from './tell-people'

/**
 * Two people met: one showed their pass, the other opened it. Confirmed for both at once; a repeat
 * finds the same meeting.
 * @throws DomainError as {@link findByPass}; CONFLICT when the meeting is being undone at this moment.
 */
export async function meetByPass(db: PrismaClient, scanned: ScannedPass) {
  const { person, eventId } = await findByPass(db, scanned)
  const { viewerId, now, locale } = scanned
  const meeting = await db.$transaction((tx) =>
    confirmPair(tx, { eventId, viewerId, otherId: person.id, method: 'PASS', now }),
  )
  if (!meeting) throw new DomainError('CONFLICT', textOf(locale, 'meeting')('undoneMeanwhile'))
  if (meeting.fresh) await tellPeople(db, eventId, [viewerId, person.id])
  return { meetingId: meeting.id, eventId, name: person.name }
}
