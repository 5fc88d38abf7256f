import { Temporal } from 'temporal-polyfill'
import { WEEKDAYS } from '@/domain/recurrence/rule'
import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { createCommunity } from '../community/create-community'
import { createSeries } from '../series/create-series'
import { diceOf } from './dice'
import { writeDemoCircle } from './write-circle'
import { writeArrivals } from './write-evenings'
import { writeMeetings } from './write-meetings'
import { demoIds, writePeople } from './write-people'

/** How long the demo's evenings last, in minutes: long enough to look around. */
const DURATION = 300
const PAST_EVENINGS = 4

/**
 * The local start of tonight: the full hour that lies 30 to 90 minutes back, so that the evening is
 * on whenever the demo is made.
 */
function startOfTonight(now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return now.subtract({ minutes: 30 }).round({ smallestUnit: 'hour', roundingMode: 'floor' })
}

/**
 * Makes the demo community, owned by `ownerId`: a weekly series with four past evenings and one that
 * is on at `now`, invented people with visit numbers, meetings, private notes and contacts of their
 * own, and a circle tonight. Its people have no addresses, so nothing is ever sent to them. The same seed, secret and
 * moment give the same people and evenings. The interest catalogue must be there.
 */
export async function createDemo(
  tx: Prisma.TransactionClient,
  given: { secret: string; now: Date; locale: Locale; ownerId: string; timeZone: string; seed?: number },
): Promise<{ id: string; slug: string; tonightId: string }> {
  const { secret, now, locale, ownerId, timeZone, seed = 1 } = given
  const t = textOf(locale, 'demo')
  const id = newId('community')
  const { slug } = await createCommunity(tx, {
    id,
    name: t('community'),
    timeZone,
    postalAddress: t('address'),
    ownerId,
    now,
    locale,
    isDemo: true,
  })
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const tonightStart = startOfTonight(zoned)
  const first = tonightStart.toPlainDateTime().subtract({ weeks: PAST_EVENINGS })
  const series = await createSeries(tx, {
    communityId: id,
    name: t('series'),
    description: t('description'),
    rule: {
      frequency: 'weekly',
      weekdays: [WEEKDAYS[tonightStart.dayOfWeek - 1] ?? 'TH'],
      interval: 1,
      end: { kind: 'never' },
    },
    startsAtLocal: first.toString({ smallestUnit: 'minute' }),
    durationMinutes: DURATION,
    timeZone,
    venueName: t('venueName'),
    venueAddress: t('venueAddress'),
    now,
    locale,
    eventsFrom: new Date(first.toZonedDateTime(timeZone).epochMilliseconds),
  })
  const [tonight, ...past] = await tx.event.findMany({
    where: { seriesId: series.id, startsAt: { lte: now } },
    select: { id: true, startsAt: true, endsAt: true },
    orderBy: { startsAt: 'desc' },
    take: PAST_EVENINGS + 1,
  })
  if (!tonight) throw new Error('The demo has no evening that is on now.')
  // The morning after these evenings is long over.
  await tx.event.updateMany({
    where: { id: { in: past.map((event) => event.id) } },
    data: { morningAfterQueuedAt: now, suggestedAt: now },
  })

  const ids = demoIds(secret, `${id} ${String(seed)}`)
  const dice = diceOf(seed)
  const joinedAt = past.at(-1)?.startsAt ?? now
  const people = await writePeople(tx, { ids, secret, communityId: id, timeZone, joinedAt })
  const scene = { ids, dice, communityId: id, people }
  const guests = await writeArrivals(tx, scene, { past: [...past].reverse(), tonight, now })
  const localDate = (at: Date) =>
    new Date(
      `${Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()}T00:00:00Z`,
    )
  await writeMeetings(tx, { ids, dice, guests, localDate })
  await writeDemoCircle(tx, { eventId: tonight.id, ownerId, now, locale })
  return { id, slug, tonightId: tonight.id }
}
