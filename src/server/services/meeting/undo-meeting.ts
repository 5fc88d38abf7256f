import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { unsettlePrompts } from '../follow-up/settle-prompts'
import { noSuchMeeting, refuseWhenOver, type AtEvent } from './at-event'
import { tellPeople } from './tell-people'

/** An entry that a meeting made and of which its owner has made nothing since. */
const UNTOUCHED = {
  source: 'MEETING',
  organization: '',
  title: '',
  about: '',
  birthday: null,
  tags: { isEmpty: true },
  cadence: null,
  draft: '',
  interactions: { none: {} },
  followUps: { none: {} },
  fields: { none: {} },
  groups: { none: {} },
  merges: { none: {} },
} as const satisfies Prisma.ContactWhereInput

/**
 * Takes back a meeting, or one's own proposal, that was a mistake: the meeting goes, for both, with
 * what stood about it in their lists. An entry stays if its owner has made anything of it.
 * @throws DomainError NOT_FOUND unless the viewer is one of the two (and, before it is confirmed, the
 *   one who said so), GONE when the time is over.
 */
export async function undoMeeting(db: PrismaClient, asked: AtEvent & { readonly meetingId: string }) {
  refuseWhenOver(asked)
  const { viewerId, meetingId, locale } = asked
  const eventId = asked.event.id
  const people = await db.$transaction(async (tx) => {
    const meeting = await tx.meeting.findFirst({
      where: {
        id: meetingId,
        eventId,
        OR: [
          { state: 'CONFIRMED', userAId: viewerId },
          { state: 'CONFIRMED', userBId: viewerId },
          { state: 'PROPOSED', proposedById: viewerId },
        ],
      },
      select: { userAId: true, userBId: true, interactions: { select: { contactId: true, at: true } } },
    })
    if (!meeting) throw noSuchMeeting(locale)
    const contactIds = meeting.interactions.map(({ contactId }) => contactId)
    await tx.interaction.deleteMany({ where: { meetingId } })
    for (const { contactId, at } of meeting.interactions) await unsettlePrompts(tx, contactId, at)
    await tx.meeting.deleteMany({ where: { id: meetingId } })
    await tx.contact.deleteMany({ where: { id: { in: contactIds }, ...UNTOUCHED } })
    return [meeting.userAId, meeting.userBId]
  })
  await tellPeople(db, eventId, people)
  return { meetingId }
}
