import type { Db } from '@/server/db/client'
import { notBlocked } from '../meeting/at-event'
import { asksWaiting } from '../introduction/list-waiting'
import type { Locale } from '@/text/translator'
import { askReasonsInWords } from './ask-reasons'
import { knownToOneself } from './own-notes'

interface Asked {
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
}

/** How many of one's own asks are shown, the latest first. */
const MOST = 20

/** Who can help with an ask, and the asker's own entry of them. */
async function helpersOf(db: Db, ownerId: string, helpers: readonly { userId: string; note: string; user: { name: string } }[]) {
  const entries = await db.contact.findMany({
    where: { ownerId, userId: { in: helpers.map(({ userId }) => userId) } },
    select: { id: true, userId: true, name: true },
  })
  return helpers.map(({ userId, note, user }) => {
    const entry = entries.find((one) => one.userId === userId)
    return { name: entry?.name ?? user.name, note, contactId: entry?.id ?? null }
  })
}

/** The viewer's own asks: to how many each went and who can help. To whom else it went is not in it. */
async function ownAsks(db: Db, { userId, now }: Asked) {
  const rows = await db.ask.findMany({
    where: { byId: userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      text: true,
      expiresAt: true,
      closedAt: true,
      community: { select: { name: true } },
      _count: { select: { recipients: true } },
      recipients: {
        where: { answer: 'CAN_HELP', user: notBlocked(userId) },
        orderBy: { answeredAt: 'asc' },
        select: { userId: true, note: true, user: { select: { name: true } } },
      },
    },
  })
  return Promise.all(
    rows.map(async ({ id, text, expiresAt, closedAt, community, _count, recipients }) => {
      const open = closedAt === null && expiresAt > now
      return {
        askId: id,
        text,
        communityName: community?.name ?? null,
        count: _count.recipients,
        expiresAt,
        open,
        closed: closedAt !== null,
        helpers: await helpersOf(db, userId, recipients),
        known: open ? await knownToOneself(db, { ownerId: userId, text }) : [],
      }
    }),
  )
}

/** To what the viewer said 'not me', while they may think again. */
async function passedAsks(db: Db, { userId, now }: Asked) {
  const rows = await db.askRecipient.findMany({
    where: { userId, answer: 'PASSED', ask: { closedAt: null, expiresAt: { gt: now }, by: notBlocked(userId) } },
    orderBy: [{ answeredAt: 'desc' }, { askId: 'asc' }],
    take: MOST,
    select: { askId: true, ask: { select: { text: true, by: { select: { name: true } } } } },
  })
  return rows.map(({ askId, ask }) => ({ askId, byName: ask.by.name, text: ask.text }))
}

/** Asks that wait for the viewer, those they passed on, their own asks, and where they can ask. */
export async function listAsks(db: Db, asked: Asked) {
  const { userId, locale } = asked
  const [waiting, passed, own, profile, memberships] = await Promise.all([
    asksWaiting(db, asked),
    passedAsks(db, asked),
    ownAsks(db, asked),
    db.profile.findUnique({ where: { userId }, select: { offer: true, headline: true } }),
    db.membership.findMany({
      where: { userId },
      orderBy: [{ joinedAt: 'desc' }, { communityId: 'asc' }],
      select: { community: { select: { id: true, name: true } } },
    }),
  ])
  const lines = profile ?? { offer: '', headline: '' }
  return {
    waiting: waiting.map(({ reasons, ...ask }) => ({ ...ask, why: askReasonsInWords(reasons, lines, locale) })),
    passed,
    own,
    communities: memberships.map(({ community }) => ({ communityId: community.id, name: community.name })),
  }
}
