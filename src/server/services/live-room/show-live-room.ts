import { arrivalCurve } from '@/domain/check-in/arrival-curve'
import { doorState } from '@/domain/check-in/door-code'
import { newcomersAlone } from '@/domain/meeting/newcomers-alone'
import type { Standing } from '@/domain/permissions'
import type { Db } from '@/server/db/client'
import { EVENT_FIELDS, eventsWhereMay } from '@/server/db/scopes'
import { hashToken } from '@/server/lib/tokens'
import { listOpenCircles } from '../circle/plan-circles'
import { loadNewcomers } from './load-newcomers'

interface Given {
  readonly eventId: string
  readonly viewerId: string
  readonly standings: readonly Standing[]
  readonly now: Date
}

/**
 * The room for its hosts at this moment: who came and when, as numbers, and the newcomers whom somebody
 * should walk over to. Named are those alone who want to be shown; the others are counted. Null for a
 * person who may not, or no longer, watch this room.
 */
export async function showLiveRoom(db: Db, { eventId, viewerId, standings, now }: Given) {
  const event = await db.event.findFirst({
    where: { id: eventId, ...eventsWhereMay('watchRoom', viewerId, now) },
    select: { ...EVENT_FIELDS, community: { select: { slug: true, name: true } } },
  })
  if (!event) return null
  const [arrivals, newcomers, expected, circles] = await Promise.all([
    db.checkIn.findMany({ where: { eventId }, select: { at: true, leftAt: true, visitNumber: true } }),
    loadNewcomers(db, { eventId, viewerId, now }),
    countExpected(db, eventId),
    listOpenCircles(db, { event, standings, now }),
  ])
  const { alone, nextAt } = newcomersAlone(newcomers, now)
  const shown = {
    door: doorState(event, now),
    arrivals: arrivals.length,
    present: arrivals.filter(({ leftAt }) => leftAt === null).length,
    firstTimers: arrivals.filter(({ visitNumber }) => visitNumber === 1).length,
    ...expected,
    curve: arrivalCurve(arrivals.map(({ at }) => at)),
    alone: alone.flatMap(({ shown: named, personId, name, headline, since, lastMetAt }) =>
      named ? [{ personId, name, headline, since, metSomebody: lastMetAt !== null }] : [],
    ),
    aloneUnnamed: alone.filter(({ shown: named }) => !named).length,
    greeted: newcomers.flatMap(({ shown: named, personId, name, greetedAt }) =>
      named && greetedAt ? [{ personId, name, greetedAt }] : [],
    ),
    circles,
  }
  const { community, ...facts } = event
  return { ...facts, community, ...shown, version: hashToken(JSON.stringify(shown)), nextAt }
}

/** How many said that they come, those they bring included, and how many of those who said so are not in yet. */
async function countExpected(db: Db, eventId: string) {
  const going = { eventId, state: 'GOING' as const }
  const [said, stillToCome] = await Promise.all([
    db.rsvp.aggregate({ where: going, _count: true, _sum: { plusOnes: true } }),
    db.rsvp.count({ where: { ...going, user: { checkIns: { none: { eventId } } } } }),
  ])
  return { expected: said._count + (said._sum.plusOnes ?? 0), stillToCome }
}
