import { Temporal } from 'temporal-polyfill'
import { WEEKDAYS } from '../../../src/domain/recurrence/rule'
import { systemClock } from '../../../src/server/lib/clock'
import { newPhone, type Phone } from '../http'
import type { Target } from './target'

/** Where the evening takes place. */
const ZONE = 'Europe/Berlin'
const MINUTES = 240

/** Tonight's event and who runs it. */
export interface Evening {
  readonly owner: Phone
  readonly eventId: string
  /** The next morning, when all its mails are due. */
  readonly nextMorning: Date
  /** The path that the door screen's QR code opens at this moment. */
  doorPath(): Promise<string>
  /** How many the door screen says are in. */
  arrivals(): Promise<number>
}

/** Whatever is before the answer, once only for all who ask within the code's time. */
const CODE_MS = 5_000

/** Sets the installation up by its link, makes a series that meets today, and opens the door screen. */
export async function openEvening(target: Target): Promise<Evening> {
  const start = await timeOfStart(target)
  const owner = await setUp(target)
  const [community] = await owner.api.community.mine.query()
  if (!community) throw new Error('The owner has no community after the set-up.')
  const communityId = community.id
  // Temporal counts the days of the week from Monday as 1.
  const weekday = WEEKDAYS[start.dayOfWeek - 1] ?? 'MO'
  await owner.api.series.create.mutate({
    communityId,
    name: 'Open evening',
    venueName: 'The old foundry',
    startsAtLocal: start.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    durationMinutes: MINUTES,
    timeZone: ZONE,
    rule: { frequency: 'weekly', weekdays: [weekday] },
  })
  const [event] = await owner.api.event.tonight.query({ communityId })
  if (!event) throw new Error('The series has no event tonight.')
  const eventId = event.id

  let known: Promise<string> | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  return {
    owner,
    eventId,
    nextMorning: new Date(start.add({ days: 1 }).with({ hour: 10, minute: 5 }).epochMilliseconds),
    doorPath() {
      if (!known || performance.now() - askedAt > CODE_MS) {
        askedAt = performance.now()
        known = owner.api.event.doorScreen.query({ eventId }).then(({ code, door }) => {
          if (!code) throw new Error(`The door is ${door} and shows no code.`)
          return new URL(code.url).pathname
        })
      }
      return known
    },
    arrivals: async () => (await owner.api.event.doorScreen.query({ eventId })).arrivals,
  }
}

/** Six in the evening of this day, which it becomes; now, where nobody can move the clock. */
async function timeOfStart({ clock }: Target): Promise<Temporal.ZonedDateTime> {
  const now = Temporal.Instant.fromEpochMilliseconds(systemClock.now().getTime()).toZonedDateTimeISO(ZONE)
  if (!clock) return now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const start = now.startOfDay().with({ hour: 18 })
  await clock.set(new Date(start.add({ minutes: 5 }).epochMilliseconds))
  return start
}

/** Fills in the set-up page as a browser without scripts does. */
async function setUp({ url, setUpLink }: Target): Promise<Phone> {
  const owner = newPhone(url)
  const page = await owner.get(setUpLink)
  const form = owner.formsOf(page).find(({ names }) => names.has('communityName'))
  if (!form) throw new Error(`The set-up link shows no set-up form (status ${String(page.status)}).`)
  const answer = await owner.submit(form, {
    name: 'Olive Owner',
    email: 'owner@example.org',
    timeZone: ZONE,
    begin: 'own',
    communityName: 'The Long Table',
  })
  const next = await owner.follow(answer)
  if (answer.status !== 303 || next.status !== 200) {
    throw new Error(`The set-up was answered with status ${String(answer.status)}, then ${String(next.status)}.`)
  }
  return owner
}
