import type { Prisma } from '@/generated/prisma/client'
import type { Dice } from './dice'
import type { DemoIds, DemoMember } from './write-people'

/** How many are there tonight when the community is made. */
const TONIGHT = 30
/** Chance of an occasional guest to come on a past evening. */
const OCCASIONAL = 0.55
/** Within how many minutes after the start people arrive, at the latest. */
const ARRIVAL_MINUTES = 70
const MINUTE = 60_000

/** An evening as the demo needs it. */
export interface Evening {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
}

interface Scene {
  readonly ids: DemoIds
  readonly dice: Dice
  readonly communityId: string
  readonly people: readonly DemoMember[]
}

/** Everybody who comes every time, and the others as they happen to. */
function guestsOfPast({ dice, people }: Scene): DemoMember[] {
  return people.filter(({ habit }) => habit === 'R' || (habit === 'O' && dice.roll() < OCCASIONAL))
}

/** Newcomers first to be counted, then regulars, then whoever else fills the room. */
function guestsOfTonight({ dice, people }: Scene): DemoMember[] {
  const newcomers = people.filter(({ habit }) => habit === 'N')
  const regulars = dice.shuffle(people.filter(({ habit }) => habit === 'R')).slice(0, 10)
  const others = dice.shuffle(people.filter(({ habit }) => habit === 'O'))
  return [...newcomers, ...regulars, ...others].slice(0, TONIGHT)
}

/**
 * Writes arrivals at the past evenings, given in their order, and at tonight's, with the visit
 * numbers that follow; nobody arrives after `now`.
 * @returns who came to each past evening.
 */
export async function writeArrivals(
  tx: Prisma.TransactionClient,
  scene: Scene,
  evenings: { readonly past: readonly Evening[]; readonly tonight: Evening; readonly now: Date },
): Promise<ReadonlyMap<Evening, readonly DemoMember[]>> {
  const { ids, dice, communityId } = scene
  const visits = new Map<string, number>()
  const rows: Prisma.CheckInCreateManyInput[] = []
  const arrive = (evening: Evening, guests: readonly DemoMember[], latest: Date) => {
    const minutes = Math.max(1, Math.floor((latest.getTime() - evening.startsAt.getTime()) / MINUTE))
    for (const { id } of guests) {
      const visitNumber = (visits.get(id) ?? 0) + 1
      visits.set(id, visitNumber)
      const at = new Date(evening.startsAt.getTime() + dice.between(0, Math.min(minutes, ARRIVAL_MINUTES)) * MINUTE)
      const checkInId = ids('checkIn', `${evening.id} ${id}`)
      rows.push({ id: checkInId, eventId: evening.id, userId: id, communityId, at, visitNumber, nonce: checkInId })
    }
  }
  const guests = new Map(evenings.past.map((evening) => [evening, guestsOfPast(scene)]))
  for (const [evening, came] of guests) arrive(evening, came, evening.endsAt)
  arrive(evenings.tonight, guestsOfTonight(scene), evenings.now)
  await tx.checkIn.createMany({ data: rows })
  return guests
}
