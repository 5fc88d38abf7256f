import { DomainError } from '@/domain/errors'
import { slugAttempt, slugOf } from '@/domain/slug'
import { inTransaction, type Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { extendSeries } from './extend-series'
import { readSeries, type SeriesForm } from './read-series'
import { nextDates } from './read-timing'

/** Far more series of one name than a community would make. */
const ATTEMPTS = 200

/**
 * Makes a series with its events of the next twelve weeks, in one transaction. A first evening in the
 * past is fine; past evenings are not made up.
 * @param given.eventsFrom makes events from this moment on instead, for the demo's past evenings
 * @throws DomainError BAD_INPUT with what to mend, also when no date is left.
 */
export async function createSeries(
  db: Db,
  given: SeriesForm & { communityId: string; now: Date; locale: Locale; eventsFrom?: Date },
): Promise<{ id: string; slug: string }> {
  const { communityId, now, locale } = given
  const facts = readSeries(given, { now, locale })
  nextDates(facts, { now, limit: 1, locale })
  return inTransaction(db, async (tx) => {
    const id = newId('series')
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const slug = slugAttempt(slugOf(facts.name, 'series'), attempt)
      // A slug that somebody else is just taking is waited for, not an error that ends the transaction.
      const { count } = await tx.series.createMany({
        data: [{ id, communityId, slug, ...facts, createdAt: now }],
        skipDuplicates: true,
      })
      if (count === 0) continue
      await extendSeries(tx, { id, communityId, ...facts }, now, given.eventsFrom)
      return { id, slug }
    }
    throw new DomainError('CONFLICT', textOf(locale, 'series')('slugsExhausted'))
  })
}
