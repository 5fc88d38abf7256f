/** A Thursday evening, 18:30 in Berlin: when nothing else is said, it is now in tests. */
export const NOW = new Date('2026-11-19T17:30:00Z')

/** Keys every signature in tests. */
export const SECRET = 'a secret of the tests, 32 characters and more'

/** The origin of links in tests. */
export const PUBLIC_URL = 'https://meet.example.org'

/** The moment so many minutes after {@link NOW}; negative ones are before. */
export function minutesFromNow(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000)
}
