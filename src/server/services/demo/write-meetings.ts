import type { Prisma } from '@/generated/prisma/client'
import type { Dice } from './dice'
import type { Evening } from './write-evenings'
import type { DemoIds, DemoMember } from './write-people'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Of ten meetings, so many get a note by either side. */
const NOTED = 0.6
/** Of ten prompts of the morning after, so many were acted on. */
const ACTED = 0.5

/** What one might write down about somebody met. */
const NOTES: readonly ((other: DemoMember) => string)[] = [
  ({ offer }) => (offer ? `Could help: ${offer}. Ask next week.` : 'Good listener. Asked more than told.'),
  ({ ask }) => (ask ? `Looking for ${ask}. Think about who could know somebody.` : 'Did not ask for anything. Find out more.'),
  ({ starter }) => `We talked long about this: ${starter}`,
  ({ headline }) => `${headline}. I had no idea how much there is to that.`,
  ({ interests }) => `Knows a lot about ${(interests[0] ?? 'many things').replaceAll('-', ' ')}. Promised to send me a link.`,
  () => 'Introduced me to half the room. Say thank you.',
  () => 'Coffee in the new year?',
]

interface Rows {
  readonly meetings: Prisma.MeetingCreateManyInput[]
  readonly contacts: Prisma.ContactCreateManyInput[]
  readonly interactions: Prisma.InteractionCreateManyInput[]
  readonly followUps: Prisma.FollowUpCreateManyInput[]
}

interface Scene {
  readonly ids: DemoIds
  readonly dice: Dice
  readonly guests: ReadonlyMap<Evening, readonly DemoMember[]>
  /** The local date of a moment, as midnight UTC. */
  readonly localDate: (at: Date) => Date
}

/** One person's private side of a meeting: contact, what was noted, and the prompt of the next morning. */
function ownSide(rows: Rows, scene: Scene, meeting: { id: string; evening: Evening; at: Date }, owner: DemoMember, other: DemoMember) {
  const { ids, dice, localDate } = scene
  const pair = `${owner.id} ${other.id}`
  const contactId = ids('contact', pair)
  if (!rows.contacts.some(({ id }) => id === contactId)) {
    rows.contacts.push({ id: contactId, ownerId: owner.id, userId: other.id, name: other.name, createdAt: meeting.at })
  }
  const note = dice.roll() < NOTED ? (NOTES[dice.between(0, NOTES.length - 1)]?.(other) ?? '') : ''
  rows.interactions.push({
    id: ids('interaction', `${pair} ${meeting.id}`),
    contactId,
    kind: 'MET',
    at: meeting.at,
    note,
    meetingId: meeting.id,
  })
  const morning = new Date(meeting.evening.endsAt.getTime() + DAY / 2)
  const done = dice.roll() < ACTED
  rows.followUps.push({
    id: ids('followUp', `${pair} ${meeting.id}`),
    ownerId: owner.id,
    contactId,
    eventId: meeting.evening.id,
    state: done ? 'DONE' : 'NOT_NEEDED',
    dueOn: localDate(morning),
    actedAt: new Date(morning.getTime() + dice.between(0, 600) * MINUTE),
    createdAt: morning,
  })
}

/** Two to four meetings for most guests of each past evening, never the same pair twice in one. */
export async function writeMeetings(tx: Prisma.TransactionClient, scene: Scene): Promise<void> {
  const { ids, dice, guests } = scene
  const rows: Rows = { meetings: [], contacts: [], interactions: [], followUps: [] }
  for (const [evening, came] of guests) {
    const met = new Set<string>()
    for (const round of [1, 2, 3]) {
      const table = dice.shuffle(came)
      for (let seat = 0; seat + 1 < table.length; seat += 2) {
        const [one, two] = [table[seat], table[seat + 1]]
        if (!one || !two) continue
        const [a, b] = one.id < two.id ? [one, two] : [two, one]
        const pair = `${a.id} ${b.id}`
        if (met.has(pair) || dice.roll() < 0.2) continue
        met.add(pair)
        const id = ids('meeting', `${evening.id} ${pair}`)
        const at = new Date(evening.startsAt.getTime() + (60 + round * 40 + dice.between(0, 30)) * MINUTE)
        const method = dice.roll() < 0.7 ? ('PASS' as const) : ('CONFIRMATION' as const)
        rows.meetings.push({
          id,
          eventId: evening.id,
          userAId: a.id,
          userBId: b.id,
          state: 'CONFIRMED',
          method,
          proposedById: one.id,
          proposedAt: at,
          confirmedAt: at,
        })
        ownSide(rows, scene, { id, evening, at }, one, two)
        ownSide(rows, scene, { id, evening, at }, two, one)
      }
    }
  }
  await tx.meeting.createMany({ data: rows.meetings })
  await tx.contact.createMany({ data: rows.contacts })
  await tx.interaction.createMany({ data: rows.interactions })
  await tx.followUp.createMany({ data: rows.followUps })
}
