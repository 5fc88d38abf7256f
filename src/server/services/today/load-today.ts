import { weekOf } from '@/domain/follow-up/four-from-the-bottom'
import { startOfDay } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import type { Today, TodayCard } from '@/domain/follow-up/today'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { findSettings, pausedOn } from '../follow-up/settings'
import { outcomesAsked } from '../introduction/list-introductions'
import { asksWaiting, introductionsWaiting } from '../introduction/list-waiting'
import { blockedAround } from '../person/blocked-around'
import { personZone } from '../person/person-zone'
import { findDue, type TodayOf } from './find-due'
import { findFour } from './find-four'
import { listActed } from './list-acted'
import { loadCards } from './load-cards'

/** How many of those due stand on one page. */
export const DUE_ON_A_PAGE = 20

export interface AskedToday {
  readonly userId: string
  readonly now: Date
  readonly locale: Locale
  /** Of those due, from 0; one that there is not is the last. */
  readonly page?: number
}

const present = (cards: ReadonlyMap<string, TodayCard>, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const card = cards.get(id)
    return card ? [card] : []
  })

/**
 * What today is for this person: who is due, each once, and the four from the bottom of the week, with a
 * draft to each. The page shows it and the digest is made of it. It changes nothing; whoever is due stays so
 * until acted on.
 */
export async function loadToday(db: Db, { userId, now, locale, page = 0 }: AskedToday): Promise<Today> {
  const [timeZone, settings, hidden, someone, introductions, asks, outcomes] = await Promise.all([
    personZone(db, userId),
    findSettings(db, userId),
    blockedAround(db, userId),
    db.contact.findFirst({ where: { ownerId: userId }, select: { id: true } }),
    introductionsWaiting(db, { userId, now }),
    asksWaiting(db, { userId, now }),
    outcomesAsked(db, { userId, now }),
  ])
  const date = localDate(now, timeZone)
  const nothing = { due: [], dueTotal: 0, page: 0, pages: 1, fourFromTheBottom: [], acted: [] }
  const frame = { date, timeZone, paused: null, waiting: { introductions, asks, outcomes }, anyone: someone !== null }
  if (pausedOn(settings, date)) return { ...frame, ...nothing, paused: { until: settings.pausedUntil } }
  if (!someone) return { ...frame, ...nothing }

  const week = weekOf(date)
  const of: TodayOf = { userId, date, timeZone, hidden }
  const [chosen, acted] = await Promise.all([findFour(db, of), listActed(db, of, week)])
  const apart = chosen.map(({ contactId }) => contactId)
  const due = await findDue(db, of, { page, pageSize: DUE_ON_A_PAGE, apart })
  // One card a person: who has a prompt stands among the due, on whichever page, the others of the four there alone.
  const four = chosen.filter(({ contactId }) => due.why.get(contactId)?.prompted !== true)
  const cards = await loadCards(db, of, [...due.onPage, ...four.map(({ contactId }) => contactId)], locale, due.why)
  const began = startOfDay(week, timeZone)
  const actOf = ({ contactId, lastAt }: TodayCard) =>
    lastAt && lastAt >= began ? 'done' : (acted.find((one) => one.contactId === contactId)?.act ?? null)
  return {
    ...frame,
    due: present(cards, due.onPage),
    dueTotal: due.total,
    page: due.page,
    pages: due.pages,
    fourFromTheBottom: four.flatMap(({ contactId, place }) => {
      const card = cards.get(contactId)
      return card ? [{ place, card, act: due.why.has(contactId) ? null : actOf(card) }] : []
    }),
    acted: acted.filter(({ at }) => localDate(at, timeZone) === date),
  }
}
