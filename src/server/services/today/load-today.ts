import { weekOf } from '@/domain/follow-up/four-from-the-bottom'
import { startOfDay } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import type { Today, TodayCard } from '@/domain/follow-up/today'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { findSettings, pausedOn } from '../follow-up/settings'
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
  const [timeZone, settings, hidden, someone] = await Promise.all([
    personZone(db, userId),
    findSettings(db, userId),
    blockedAround(db, userId),
    db.contact.findFirst({ where: { ownerId: userId }, select: { id: true } }),
  ])
  const date = localDate(now, timeZone)
  const nothing = { due: [], dueTotal: 0, page: 0, pages: 1, fourFromTheBottom: [], acted: [] }
  const frame = { date, timeZone, paused: null, anyone: someone !== null }
  if (pausedOn(settings, date)) return { ...frame, ...nothing, paused: { until: settings.pausedUntil } }
  if (!someone) return { ...frame, ...nothing }

  const week = weekOf(date)
  const of: TodayOf = { userId, date, timeZone, hidden }
  const [waiting, chosen, acted] = await Promise.all([
    findDue(db, of),
    findFour(db, of),
    listActed(db, of, week),
  ])
  // One card a person: who has a prompt stands among the due, the others of the four there alone.
  const four = chosen.filter(({ contactId }) => waiting.get(contactId)?.prompted !== true)
  const fourIds = four.map(({ contactId }) => contactId)
  const due = [...waiting.keys()].filter((id) => !fourIds.includes(id))
  const pages = Math.max(1, Math.ceil(due.length / DUE_ON_A_PAGE))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const onPage = due.slice(shown * DUE_ON_A_PAGE, (shown + 1) * DUE_ON_A_PAGE)
  const cards = await loadCards(db, of, [...onPage, ...fourIds], locale, waiting)
  const began = startOfDay(week, timeZone)
  const actOf = ({ contactId, lastAt }: TodayCard) =>
    lastAt && lastAt >= began ? 'done' : (acted.find((one) => one.contactId === contactId)?.act ?? null)
  return {
    ...frame,
    due: present(cards, onPage),
    dueTotal: due.length,
    page: shown,
    pages,
    fourFromTheBottom: four.flatMap(({ contactId, place }) => {
      const card = cards.get(contactId)
      return card ? [{ place, card, act: waiting.has(contactId) ? null : actOf(card) }] : []
    }),
    acted: acted.filter(({ at }) => localDate(at, timeZone) === date),
  }
}
