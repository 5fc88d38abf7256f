import { UPDATES_A_WEEK, weekBefore } from '@/domain/update/update-rules'
import type { Db } from '@/server/db/client'
import { personZone } from '../person/person-zone'

/** As many of one's own are listed, the newest first. */
const LISTED = 50

/**
 * What the page of updates shows of oneself: what one wrote, to whom one can write, whom one muted. Numbers
 * count one's own entries, so that they tell nothing of what others chose.
 */
export async function listOwn(db: Db, { userId, now }: { readonly userId: string; readonly now: Date }) {
  const members = { ownerId: userId, AND: [{ userId: { not: null } }, { user: { blockedBy: { none: { blockerId: userId } } } }] }
  const [mine, people, groups, muted, recent, zone] = await Promise.all([
    db.update.findMany({
      where: { userId },
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
      take: LISTED,
      select: { id: true, text: true, at: true, meantFor: true, event: { select: { id: true, name: true } } },
    }),
    db.contact.count({ where: members }),
    db.contactGroup.findMany({
      where: { ownerId: userId },
      orderBy: { name: 'asc' },
      select: { id: true, name: true, _count: { select: { members: { where: { contact: members } } } } },
    }),
    db.updateMute.findMany({
      where: { userId },
      orderBy: { createdAt: 'desc' },
      select: { authorId: true, author: { select: { name: true } } },
    }),
    db.update.count({ where: { userId, eventId: null, at: { gt: weekBefore(now) } } }),
    personZone(db, userId),
  ])
  return {
    mine: mine.map(({ id, event, ...one }) => ({ updateId: id, ...one, eventId: event?.id ?? null, eventName: event?.name ?? null })),
    people,
    groups: groups.map(({ id, name, _count }) => ({ groupId: id, name, people: _count.members })),
    muted: muted.map(({ authorId, author }) => ({ authorId, name: author.name })),
    left: Math.max(0, UPDATES_A_WEEK - recent),
    aWeek: UPDATES_A_WEEK,
    /** On whose clocks days are told. */
    zone,
  }
}
