import { readPlaces, readWords, type Places, type Words } from '../event/read-facts'
import { readTiming, type Timing } from './read-timing'

/** All that an organizer says of a series; what its events begin with is optional, as many as come, and alone. */
export interface SeriesForm extends Timing, Words, Partial<Places> {}

/** The series as it is stored. @throws DomainError BAD_INPUT with what to mend. */
export function readSeries(given: SeriesForm, reading: Parameters<typeof readTiming>[1]) {
  const { rsvpMode = 'OPTIONAL', capacity = null, plusOnes = 0 } = given
  return {
    ...readWords(given, reading.locale),
    ...readPlaces({ rsvpMode, capacity, plusOnes }, reading.locale),
    ...readTiming(given, reading),
  }
}
