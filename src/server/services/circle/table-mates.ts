/**
 * Has a seat at a circle of this event at which the viewer has one too, and which has begun by `now`: a
 * piece of a `where` on users.
 */
export function sharesTable({ eventId, viewerId, now }: { eventId: string; viewerId: string; now: Date }) {
  return {
    invitations: {
      some: {
        answer: 'JOINED' as const,
        circle: {
          eventId,
          calledOffAt: null,
          startsAt: { lte: now },
          invitations: { some: { userId: viewerId, answer: 'JOINED' as const } },
        },
      },
    },
  }
}
