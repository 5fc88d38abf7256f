import { introductionState, outcomeOpenSince } from '@/domain/introductions/introduction-time'
import { sql, type Db } from '@/server/db/client'
import { findDelivered } from './delivered'
import { findIntroductions, otherAsShown, sidesFor, type IntroductionRow } from './load-introduction'

interface Asked {
  readonly userId: string
  readonly now: Date
}

/** How many of each kind are shown, the latest first. */
const MOST = 30

/** The owner's entry of each of these people: what they call them, and its id. */
async function ownEntries(db: Db, ownerId: string, userIds: readonly string[]) {
  const rows = await db.contact.findMany({
    where: { ownerId, userId: { in: [...userIds] } },
    select: { id: true, name: true, userId: true },
  })
  return new Map(rows.map((row) => [row.userId, row]))
}

/** What this person said, while it is not settled; a no is shown to the one who said it alone, for undo. */
function answered(rows: readonly IntroductionRow[], { userId, now }: Asked) {
  return rows.flatMap((row) => {
    const sides = sidesFor(row, userId)
    if (!sides || sides.own.answer === 'WAITING') return []
    const state = introductionState(row, now)
    if (state !== 'WAITING' && !(state === 'LAPSED' && sides.own.answer === 'ACCEPTED')) return []
    const { own, other } = sides
    return [{ introductionId: row.id, byName: row.by.name, ...otherAsShown(other), reason: own.reason, answer: own.answer, state, expiresAt: row.expiresAt }]
  })
}

async function connected(db: Db, rows: readonly IntroductionRow[], { userId, now }: Asked) {
  const shown = rows.flatMap((row) => {
    const sides = row.connectedAt ? sidesFor(row, userId) : null
    return sides && row.connectedAt ? [{ row, ...sides, connectedAt: row.connectedAt }] : []
  })
  const entries = await ownEntries(db, userId, shown.map(({ other }) => other.userId))
  return shown.map(({ row, own, other, connectedAt }) => ({
    introductionId: row.id,
    byName: row.by.name,
    otherName: entries.get(other.userId)?.name ?? other.user.name,
    contactId: entries.get(other.userId)?.id ?? null,
    connectedAt,
    outcome: own.outcome,
    /** Whether they may say now what came of it. */
    outcomeAsked: own.outcomeAskedAt !== null && own.outcomeAskedAt > outcomeOpenSince(now) && own.outcome === null,
  }))
}

/** Those that this person made. Nothing in it depends on what one of the two answered alone. */
async function made(db: Db, { userId, now }: Asked) {
  const rows = (await findIntroductions(db, { byId: userId }, MOST)).filter(({ sides }) => sides.length === 2)
  const entries = await ownEntries(db, userId, rows.flatMap(({ aId, bId }) => [aId, bId]))
  return rows.map((row) => {
    const nameOf = (id: string) => entries.get(id)?.name ?? row.sides.find((side) => side.userId === id)?.user.name ?? ''
    const state = introductionState(row, now)
    const [oneName = '', otherName = ''] = [nameOf(row.aId), nameOf(row.bId)].sort()
    return {
      introductionId: row.id,
      oneName,
      otherName,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      state,
      // Only when both said so, which both were told before they did.
      cameOfIt: state === 'CONNECTED' && row.sides.every(({ outcome }) => outcome === 'IN_TOUCH'),
    }
  })
}

/** Of whom they are asked now, once, what came of it. */
export async function outcomesAsked(db: Db, asked: Asked) {
  const { userId, now } = asked
  const where = sql`i."connectedAt" IS NOT NULL AND own.outcome IS NULL AND own."outcomeAskedAt" > ${outcomeOpenSince(now)}`
  const found = await connected(db, await findDelivered(db, { userId, where, take: MOST }), asked)
  return found.filter(({ outcomeAsked }) => outcomeAsked)
}

/** What this person answered, whom they were brought together with, and what they made, each the latest first. */
export async function listIntroductions(db: Db, asked: Asked) {
  const { userId } = asked
  const said = sql`i."connectedAt" IS NULL AND own.answer <> 'WAITING'`
  return {
    answered: answered(await findDelivered(db, { userId, where: said, take: MOST }), asked),
    connected: await connected(db, await findDelivered(db, { userId, where: sql`i."connectedAt" IS NOT NULL`, take: MOST }), asked),
    made: await made(db, asked),
  }
}
