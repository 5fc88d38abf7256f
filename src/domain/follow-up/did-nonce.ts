import type { TodayCard } from './today'

/**
 * What a card's 'I wrote' is known by, 8 to 64 characters: the same in every tab and drawing of it until the two are
 * in touch, so that one time is written down once; another one afterwards.
 * @param date of the day on which the card is drawn, `YYYY-MM-DD`
 */
export function didNonce({ lastAt }: Pick<TodayCard, 'lastAt'>, date: string): string {
  return `today-${date}-${lastAt === null ? 'never' : String(lastAt.getTime())}`
}
