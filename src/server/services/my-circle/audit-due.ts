import { localDate } from '@/domain/follow-up/morning-after'
import { auditIsDue } from '@/domain/my-circle/audit'
import type { Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { personZone } from '@/server/services/person/person-zone'

/**
 * Whether to offer somebody the quarterly look at their circle: see {@link auditIsDue}. Today, the digest and the
 * page of the circle ask the same.
 */
export async function auditDue(db: Db, userId: string, now: Date): Promise<boolean> {
  const [zone, settings, entries] = await Promise.all([
    personZone(db, userId),
    db.followUpSettings.findUnique({ where: { userId }, select: { auditedAt: true } }),
    db.contact.aggregate({ where: contactsOf(userId), _count: true, _min: { createdAt: true } }),
  ])
  const day = (at: Date | null | undefined) => (at ? localDate(at, zone) : null)
  return auditIsDue({
    people: entries._count,
    auditedOn: day(settings?.auditedAt),
    firstOn: day(entries._min.createdAt),
    today: localDate(now, zone),
  })
}
