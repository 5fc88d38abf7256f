import type { Page } from '@playwright/test'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Ticks these weekdays in the form of a series, and no other. */
export async function tickWeekdays(page: Page, wanted: readonly string[]): Promise<void> {
  for (const weekday of WEEKDAYS) {
    const box = page.getByRole('checkbox', { name: weekday, exact: true })
    if ((await box.isChecked()) !== wanted.includes(weekday)) await page.locator('label').filter({ has: box }).click()
  }
}

/** The English name of the weekday of this moment in UTC. */
export function weekdayOf(at: Date): string {
  return WEEKDAYS[(at.getUTCDay() + 6) % 7] ?? ''
}
