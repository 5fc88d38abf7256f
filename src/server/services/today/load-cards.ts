import { todayDraft } from '@/domain/follow-up/today-draft'
import { firstName } from '@/domain/follow-up/first-name'
import { daysBetween } from '@/domain/follow-up/local-days'
import { localDate } from '@/domain/follow-up/morning-after'
import type { DuePrompt, TodayCard } from '@/domain/follow-up/today'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { draftWords, eveningDraft } from '../follow-up/draft-words'
import { loadQuotable, NOTHING_QUOTED } from '../person/quotable'
import type { Due, TodayOf } from './find-due'
import { latestUpdates } from './latest-updates'

/** How many of the last interactions are looked through for a note, a promise and an evening. */
const REMEMBERED = 12

function loadContacts(db: Db, { userId, date }: TodayOf, contactIds: readonly string[]) {
  return db.contact.findMany({
    where: { id: { in: [...contactIds] }, ownerId: userId },
    select: {
      id: true,
      name: true,
      organization: true,
      draft: true,
      draftedAt: true,
      userId: true,
      fields: {
        where: { kind: { in: ['EMAIL', 'PHONE'] } },
        orderBy: [{ sharedById: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
        select: { kind: true, value: true },
      },
      interactions: {
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        take: REMEMBERED,
        select: {
          kind: true,
          at: true,
          note: true,
          myPromise: true,
          theirPromise: true,
          myPromiseKeptAt: true,
          theirPromiseKeptAt: true,
          meeting: { select: { event: { select: { name: true } } } },
        },
      },
      followUps: {
        where: { state: { in: ['OPEN', 'LATER'] }, dueOn: { lte: new Date(`${date}T00:00:00Z`) } },
        orderBy: [{ dueOn: 'asc' }, { dueTime: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        select: { id: true, dueOn: true, dueTime: true, about: true, draft: true, eventId: true, event: { select: { name: true } } },
      },
    },
  })
}
type Row = Awaited<ReturnType<typeof loadContacts>>[number]

const promptOf = ({ id, dueOn, dueTime, about, event }: Row['followUps'][number]): DuePrompt => ({
  followUpId: id,
  dueOn: dueOn.toISOString().slice(0, 10),
  time: dueTime,
  about,
  eventName: event?.name ?? null,
})

/** What is still worth knowing of the last times: the latest note, and the latest promises not kept yet. */
function rememberedOf({ interactions }: Row): TodayCard['remembered'] {
  return {
    note: interactions.find(({ note }) => note !== '')?.note ?? '',
    myPromise: interactions.find((one) => one.myPromise !== '' && !one.myPromiseKeptAt)?.myPromise ?? '',
    theirPromise: interactions.find((one) => one.theirPromise !== '' && !one.theirPromiseKeptAt)?.theirPromise ?? '',
  }
}

/** For how many days it is said on which weekday the two talked. */
const TALKED_LATELY = 6

/** How long the two have been out of touch, and on which day they talked if that was lately. A note is no word of theirs. */
function silenceOf({ interactions }: Row, { date, timeZone }: TodayOf, locale: Locale) {
  const last = interactions.find(({ kind }) => kind !== 'NOTE')
  if (!last) return { daysSilent: null, talkedOn: null }
  const daysSilent = daysBetween(localDate(last.at, timeZone), date)
  const lately = (last.kind === 'CALLED' || last.kind === 'MET') && daysSilent > 0 && daysSilent <= TALKED_LATELY
  return { daysSilent, talkedOn: lately ? new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(last.at) : null }
}

/** The owner's own draft holds until the next time the two were in touch; then the work of it is done. */
function ownDraft({ draft, draftedAt, interactions }: Row): string {
  const lastAt = interactions[0]?.at
  return draftedAt && (!lastAt || draftedAt >= lastAt) ? draft : ''
}

/**
 * The cards of these contacts, in no order; whoever is not the owner's is not among them.
 * @param waiting why who of them is due, for those who ask
 */
export async function loadCards(
  db: Db,
  of: TodayOf,
  contactIds: readonly string[],
  locale: Locale,
  waiting: ReadonlyMap<string, Due> = new Map(),
): Promise<ReadonlyMap<string, TodayCard>> {
  if (contactIds.length === 0) return new Map()
  const [rows, updates] = await Promise.all([loadContacts(db, of, contactIds), latestUpdates(db, of, contactIds)])
  const quotable = await loadQuotable(db, [of.userId], rows.flatMap(({ userId }) => userId ?? []))
  const quoted = (personId: string | null) => (personId === null ? null : quotable(of.userId, personId)) ?? NOTHING_QUOTED
  const you = quoted(of.userId)
  const cards = rows.map((row): TodayCard => {
    const remembered = rememberedOf(row)
    const lastEvent = row.interactions.find(({ meeting }) => meeting)?.meeting?.event.name ?? null
    const update = updates.get(row.id) ?? null
    const own = ownDraft(row)
    const proposed = () => {
      const line = todayDraft({
        you,
        them: { ...quoted(row.userId), firstName: firstName(row.name), organization: row.organization },
        met: row.interactions.length > 0,
        eventName: lastEvent,
        talked: remembered.note !== '',
        myPromise: remembered.myPromise,
        theirPromise: remembered.theirPromise,
        ...silenceOf(row, of, locale),
        planned: row.followUps.some(({ eventId }) => eventId === null),
        update,
      })
      return draftWords(locale, line)
    }
    const ofEvening = row.followUps.find(({ eventId, draft }) => eventId !== null && draft !== '')
    return {
      contactId: row.id,
      name: row.name,
      firstName: firstName(row.name),
      prompts: row.followUps.map(promptOf),
      cadence: waiting.get(row.id)?.cadence ?? null,
      lastAt: row.interactions[0]?.at ?? null,
      lastEvent,
      remembered,
      update,
      draft: own === '' ? { text: ofEvening ? eveningDraft(locale, { ...remembered, name: row.name, draft: ofEvening.draft }) : proposed(), own: false } : { text: own, own: true },
      emails: row.fields.filter(({ kind }) => kind === 'EMAIL').map(({ value }) => value),
      phones: row.fields.filter(({ kind }) => kind === 'PHONE').map(({ value }) => value),
    }
  })
  return new Map(cards.map((card) => [card.contactId, card]))
}
