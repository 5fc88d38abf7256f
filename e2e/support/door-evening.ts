import type { Page } from '@playwright/test'
import { passOf } from '../../src/server/lib/pass'
import { buildCommunity, buildEvent, buildMembership, buildSeries } from '../../tests/factories/community'
import { buildDoorGrant } from '../../tests/factories/door'
import { buildCheckIn } from '../../tests/factories/evening'
import { SECRET } from '../../tests/factories/moment'
import { buildUser } from '../../tests/factories/user'
import { expect } from '../fixtures'
import type { Application } from './application'

type Db = Application['db']

/** An evening that has begun, a host for tonight, and a regular who was there eleven times before. */
export async function openDoorEvening(db: Db, now: Date, rsvpMode: 'OPTIONAL' | 'REQUIRED' = 'OPTIONAL') {
  const community = await buildCommunity(db)
  const series = await buildSeries(db, { communityId: community.id })
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
  const event = await buildEvent(db, {
    seriesId: series.id,
    communityId: community.id,
    name: 'Thursday Gathering',
    startsAt: hours(-1),
    endsAt: hours(2),
    rsvpMode,
  })
  const host = await buildUser(db, { name: 'Hanna Host' })
  await buildDoorGrant(db, { eventId: event.id, userId: host.id })
  const regular = await buildUser(db, { name: 'Amélie Okonkwo' })
  await buildMembership(db, { communityId: community.id, userId: regular.id })
  for (let week = 1; week <= 11; week += 1) {
    const [startsAt, endsAt] = [hours(-168 * week), hours(3 - 168 * week)]
    const earlier = await buildEvent(db, { seriesId: series.id, communityId: community.id, startsAt, endsAt })
    await buildCheckIn(db, { eventId: earlier.id, userId: regular.id, at: startsAt })
  }
  return { community, event, host, regular, path: `/door/${event.id}/scan` }
}

/** What the code on somebody's phone or badge holds. */
export const passCode = (origin: string, userId: string) => `${origin}/m/${passOf(SECRET, userId, 1)}`

/** Opens the scanner and waits until it takes scans; with `kept` until it works without a network too. */
export async function openScanner(page: Page, path: string, { kept = false } = {}): Promise<void> {
  await page.goto(path)
  // A code that is in view from the start may be answered before anybody reads that it is ready.
  await expect(page.locator('[data-answer]:not([data-answer="NONE"])').or(page.getByText('Ready. Scan a pass'))).toBeVisible()
  if (kept) await expect(page.getByText('works without a network too')).toBeVisible()
}

/** What a hardware scanner types, as fast as one: keys in one go, then Enter. */
export async function typeAsScanner(page: Page, text: string): Promise<void> {
  await page.evaluate((keys) => {
    for (const key of [...keys, 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, text)
}

/** The answer on the screen. */
export const answerOn = (page: Page) => page.getByRole('status', { name: 'Latest scan' })

/** Who is in at the event, by name, in order of arrival. */
export async function namesIn(db: Db, eventId: string): Promise<string[]> {
  const rows = await db.checkIn.findMany({ where: { eventId }, orderBy: { at: 'asc' }, select: { user: { select: { name: true } } } })
  return rows.map(({ user }) => user.name)
}
