import type { Db } from '@/server/db/client'
import { notBlocked } from '../meeting/at-event'

/** How many of each are listed, the latest first; the numbers count all. */
const MOST = 50

/** What the viewer calls each of these people. */
async function namesFor(db: Db, ownerId: string, userIds: readonly string[]) {
  const people = [...new Set(userIds)]
  const [entries, users] = await Promise.all([
    db.contact.findMany({ where: { ownerId, userId: { in: people } }, select: { userId: true, name: true } }),
    db.user.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
  ])
  const known = new Map([...users.map(({ id, name }) => [id, name] as const), ...entries.map(({ userId, name }) => [userId ?? '', name] as const)])
  return (id: string) => known.get(id) ?? ''
}

/**
 * What one person gave and got: whom they brought together, whom they could help, who brought them together with
 * whom, who helped them. For their own eyes; nothing of it is counted for anybody else.
 */
export async function givenAndGot(db: Db, userId: string) {
  const [made, helped, met, helpers] = await Promise.all([
    db.introduction.findMany({
      where: { byId: userId, connectedAt: { not: null } },
      orderBy: [{ connectedAt: 'desc' }, { id: 'asc' }],
      select: { id: true, aId: true, bId: true, connectedAt: true },
    }),
    db.askRecipient.findMany({
      where: { userId, answer: 'CAN_HELP' },
      orderBy: [{ answeredAt: 'desc' }, { askId: 'asc' }],
      select: { askId: true, answeredAt: true, ask: { select: { byId: true, text: true } } },
    }),
    db.introductionSide.findMany({
      where: { userId, introduction: { connectedAt: { not: null } } },
      orderBy: [{ introduction: { connectedAt: 'desc' } }, { introductionId: 'asc' }],
      select: { introductionId: true, introduction: { select: { byId: true, aId: true, bId: true, connectedAt: true } } },
    }),
    db.askRecipient.findMany({
      where: { answer: 'CAN_HELP', ask: { byId: userId }, user: notBlocked(userId) },
      orderBy: [{ answeredAt: 'desc' }, { askId: 'asc' }],
      select: { askId: true, userId: true, answeredAt: true, ask: { select: { text: true } } },
    }),
  ])
  const otherOf = ({ aId, bId }: { readonly aId: string; readonly bId: string }) => (aId === userId ? bId : aId)
  const nameOf = await namesFor(db, userId, [
    ...made.flatMap(({ aId, bId }) => [aId, bId]),
    ...helped.map(({ ask }) => ask.byId),
    ...met.flatMap(({ introduction }) => [introduction.byId, otherOf(introduction)]),
    ...helpers.map((row) => row.userId),
  ])
  return {
    /** How many people, each counted once. */
    broughtTogether: new Set(made.flatMap(({ aId, bId }) => [aId, bId])).size,
    helpedWith: helped.length,
    gotToKnow: new Set(met.map(({ introduction }) => otherOf(introduction))).size,
    helpedBy: new Set(helpers.map((row) => row.userId)).size,
    made: made.slice(0, MOST).map(({ id, aId, bId, connectedAt }) => ({ key: id, oneName: nameOf(aId), otherName: nameOf(bId), at: connectedAt })),
    helped: helped.slice(0, MOST).map(({ askId, answeredAt, ask }) => ({ key: askId, name: nameOf(ask.byId), text: ask.text, at: answeredAt })),
    met: met.slice(0, MOST).map(({ introductionId, introduction }) => ({
      key: introductionId,
      byName: nameOf(introduction.byId),
      otherName: nameOf(otherOf(introduction)),
      at: introduction.connectedAt,
    })),
    helpers: helpers.slice(0, MOST).map((row) => ({ key: `${row.askId} ${row.userId}`, name: nameOf(row.userId), text: row.ask.text, at: row.answeredAt })),
  }
}
