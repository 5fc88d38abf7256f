import type { Page } from '@playwright/test'
import { buildEvent, buildMembership } from '../tests/factories/community'
import { buildGuest } from '../tests/factories/evening'
import { buildInterest } from '../tests/factories/profile'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

const MINUTE_MS = 60_000
const circle = (page: Page) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'A circle about Beekeeping' }) })

test('a circle: a host opens one, phones show it, two sit down and say that they met', async ({ desk, phone, clock, db }) => {
  const now = clock.now()
  const event = await buildEvent(db, {
    startsAt: new Date(now.getTime() - 60 * MINUTE_MS),
    endsAt: new Date(now.getTime() + 180 * MINUTE_MS),
  })
  await buildInterest(db, { slug: 'beekeeping', label: 'Beekeeping' })
  const guest = (name: string) => buildGuest(db, event.id, { user: { name }, interests: ['beekeeping'], at: now })
  const noor = await guest('Noor Haddad')
  const sami = await guest('Sami Okafor')
  const lena = await guest('Lena Vogt')
  await guest('Kim Park')
  const hugo = await buildUser(db, { name: 'Hugo Host' })
  await buildMembership(db, { communityId: event.communityId, userId: hugo.id, role: 'HOST' })
  const { slug } = await db.community.findUniqueOrThrow({ where: { id: event.communityId } })

  const noors = await phone({ as: noor })
  await noors.goto(`/evening/${event.id}`)
  await expect(noors.getByText('4 people are here.')).toBeVisible()
  await expect(circle(noors)).toHaveCount(0)

  // The host, who is no organizer, finds the topic and invites four people without seeing who they are.
  const host = await desk({ as: hugo })
  await host.goto(`/organize/${slug}`)
  await host.getByRole('link', { name: 'Circles' }).click()
  await expect(host.getByRole('radio', { name: /Beekeeping/ })).toBeChecked()
  await expect(host.getByText('All 4 people here who chose it would be invited', { exact: false })).toBeVisible()
  await host.getByLabel('Place').fill('the table by the window')
  await expectNoAxeViolations(host)
  await host.getByRole('button', { name: 'Invite them' }).click()
  await expect(host.getByRole('heading', { name: 'A circle about Beekeeping' })).toBeVisible()
  await expect(host.getByText('Nobody has joined yet. 4 seats, 4 people invited.')).toBeVisible()
  await expect(host.getByText('No other topic has enough people yet')).toBeVisible()

  // It comes up on an open phone, and who joins comes up on another.
  await expect(circle(noors)).toContainText('the table by the window')
  await expectNoAxeViolations(noors)
  const samis = await phone({ as: sami })
  await samis.goto(`/evening/${event.id}`)
  await expect(circle(samis)).toContainText('Nobody has joined yet.')
  await circle(noors).getByRole('button', { name: 'Join the table' }).click()
  await expect(circle(noors)).toContainText('You have a seat')
  await expect(circle(samis)).toContainText('Noor Haddad is coming.')
  await circle(samis).getByRole('button', { name: 'Join the table' }).click()
  await expect(circle(noors)).toContainText('Sami Okafor is coming.')

  // 'Not tonight' is told to nobody, and can be taken back. Without script, too.
  const lenas = await phone({ as: lena, javaScriptEnabled: false })
  await lenas.goto(`/evening/${event.id}`)
  await circle(lenas).getByRole('button', { name: 'Not tonight' }).click()
  await expect(circle(lenas)).toHaveCount(0)
  await lenas.getByText('You are not going').click()
  await expect(lenas.getByRole('button', { name: /^Join after all: Beekeeping/ })).toBeVisible()
  await host.reload()
  await expect(host.getByText('2 have joined. 4 seats, 4 people invited.')).toBeVisible()
  for (const name of ['Noor Haddad', 'Sami Okafor', 'Lena Vogt']) await expect(host.getByText(name)).toHaveCount(0)

  // Once it has begun: who sat there, and the two say so.
  const { startsAt } = await db.circle.findFirstOrThrow({ where: { eventId: event.id } })
  await clock.set(new Date(startsAt.getTime() + MINUTE_MS))
  await noors.reload()
  await expect(circle(noors).getByRole('heading', { name: 'Who sat with you?' })).toBeVisible()
  for (const name of ['Lena Vogt', 'Kim Park']) await expect(circle(noors).getByText(name)).toHaveCount(0)
  await expectNoAxeViolations(noors)
  expect(await db.meeting.count()).toBe(0)
  await circle(noors).getByRole('button', { name: 'We met' }).click()
  await expect(circle(noors)).toContainText('You said you met.')
  await samis.getByRole('button', { name: 'Yes, we met' }).click()
  await expect(circle(noors).getByText('You met', { exact: true })).toBeVisible()
  expect(await db.meeting.findMany()).toMatchObject([{ state: 'CONFIRMED', method: 'CONFIRMATION' }])
})
