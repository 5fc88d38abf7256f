import { z } from 'zod'

/** What an organizer says of a series and of one of its events alike; the services say what is wrong with it. */
export const eventFacts = {
  name: z.string().max(1000),
  description: z.string().max(10_000),
  venueName: z.string().max(1000),
  venueAddress: z.string().max(1000),
  rsvpMode: z.enum(['OPTIONAL', 'REQUIRED']),
  capacity: z.number().nullable(),
  plusOnes: z.number(),
} as const
