/** An evening as search engines are told of it. */
interface Evening {
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: 'SCHEDULED' | 'CANCELLED'
  readonly venueName: string
  readonly venueAddress: string
  readonly capacity: number | null
}

interface Surroundings {
  readonly url: string
  readonly image: string
  readonly description: string
  readonly organizer: { readonly name: string; readonly url: string }
}

/** What can stand in a data block. */
export type StructuredData = Readonly<Record<string, unknown>>

/**
 * An evening in the vocabulary of schema.org/Event. Facts that are not known are left out instead of
 * guessed: a place needs a name or an address, a capacity a number.
 */
export function eventData(event: Evening, { url, image, description, organizer }: Surroundings): StructuredData {
  const { venueName, venueAddress, capacity } = event
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.name,
    ...(description && { description }),
    url,
    image: [image],
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: `https://schema.org/${event.status === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...((venueName || venueAddress) && {
      location: { '@type': 'Place', name: venueName || venueAddress, ...(venueAddress && { address: venueAddress }) },
    }),
    organizer: { '@type': 'Organization', ...organizer },
    isAccessibleForFree: true,
    // Nothing is sold here, so the currency says nothing; the vocabulary wants one beside any price.
    offers: { '@type': 'Offer', price: 0, priceCurrency: 'EUR', url },
    ...(capacity !== null && { maximumAttendeeCapacity: capacity }),
  }
}
