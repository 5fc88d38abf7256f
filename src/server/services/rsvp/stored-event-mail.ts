import { z } from 'zod'

/** What is stored with a waiting mail about an event. */
export const storedEventMail = z.object({
  eventId: z.string(),
  /** What has become of the reader's RSVP, or of the event. */
  what: z.enum(['GOING', 'WAITLISTED', 'PROMOTED', 'LAPSED', 'REMOVED', 'REMINDER', 'CHANGED', 'CANCELLED', 'BACK_ON']),
  /** What a change replaced, as it was: ISO 8601 times and plain lines; only what is different now. */
  before: z
    .object({
      name: z.string().optional(),
      startsAt: z.string().optional(),
      endsAt: z.string().optional(),
      timeZone: z.string().optional(),
      venueName: z.string().optional(),
      venueAddress: z.string().optional(),
    })
    .optional(),
})

export type StoredEventMail = z.output<typeof storedEventMail>
