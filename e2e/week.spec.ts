import type { Page } from '@playwright/test'
import { buildCommunity, buildEvent, buildSeries } from '../tests/factories/community'
import { buildContact, buildInteraction } from '../tests/factories/contact'
import { buildGuest, buildMeeting } from '../tests/factories/evening'
import { expect, expectNoAxeViolations, test } from './fixtures'
import type { Application } from './support/application'
import type { Mail } from './support/inbox'

type Db = Application['db']

const DAY_MS = 86_400_000
const hour = (day: Date, at: number, minutes = 0) => new Date(day.getTime() + (at * 60 + minutes) * 60_000)
const after = (day: Date, days: number) => new Date(day.getTime() + days * DAY_MS)

/** The Thursday that follows the real day, at midnight UTC. */
function nextThursday(): Date {
  const today = new Date()
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate())
  const days = (4 - today.getUTCDay() + 7) % 7 || 7
  return new Date(midnight + days * DAY_MS)
}

/** The two at an evening, each with the other in their list. */
async function met(db: Db, eventId: string, at: Date, one: Person, other: Person, notes: Readonly<Record<string, string>> = {}) {
  const meeting = await buildMeeting(db, { eventId, between: [one.id, other.id], proposedAt: at, confirmedAt: at })
  for (const [owner, known] of [
    [one, other],
    [other, one],
  ] as const) {
    const contact = await buildContact(db, { ownerId: owner.id, userId: known.id, name: known.name, createdAt: at })
    await buildInteraction(db, { contactId: contact.id, meetingId: meeting.id, at, note: notes[owner.id] ?? '' })
  }
}
type Person = Awaited<ReturnType<typeof buildGuest>>

/** Thursday: Noor meets Sami, Lena and Omar; she knows four people from long ago besides. */
async function evening(db: Db, thursday: Date) {
  const community = await buildCommunity(db, { timeZone: 'UTC' })
  const series = await buildSeries(db, { communityId: community.id, timeZone: 'UTC' })
  const event = await buildEvent(db, {
    communityId: community.id,
    seriesId: series.id,
    timeZone: 'UTC',
    startsAt: hour(thursday, 17),
    endsAt: hour(thursday, 20),
  })
  const at = hour(thursday, 18)
  const guest = (name: string, profile = {}) =>
    buildGuest(db, event.id, { user: { name, email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.org` }, profile, interests: ['beekeeping'], at })
  const noor = await guest('Noor Haddad', { ask: 'somebody who repairs radios', offer: 'a place for a hive' })
  const sami = await guest('Sami Okafor', { offer: 'I repair radios' })
  const lena = await guest('Lena Vogt')
  const omar = await guest('Omar Silva')
  await met(db, event.id, hour(thursday, 18, 10), noor, sami, { [noor.id]: 'Radios. He knows a man with a valve tester.' })
  await met(db, event.id, hour(thursday, 18, 40), noor, lena)
  await met(db, event.id, hour(thursday, 19, 10), noor, omar)
  for (const [index, name] of ['Ada Early', 'Bo Before', 'Cleo Long', 'Dara Longest', 'Eli Recent'].entries()) {
    const long = after(thursday, -400 + index * 70)
    const contact = await buildContact(db, { ownerId: noor.id, name, source: 'HAND', cadence: 'YEARLY', createdAt: long })
    await buildInteraction(db, { contactId: contact.id, kind: 'WROTE', at: long })
  }
  return { noor, sami, lena }
}

/** What follows the link of this word in a mail, on a browser that is signed in nowhere. */
const linkIn = (mail: Mail, part: string, word = '') => mail.links.find((link) => link.includes(part) && link.includes(word)) ?? `no link ${part} ${word}`

/** The address of a mail's header for one click (RFC 8058). */
function oneClick(mail: Mail): string {
  const header = mail.parsed.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  return /<(https?:[^>]+)>/.exec(header)?.[1] ?? ''
}

const article = (page: Page, name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

test('the week after an evening: mails, Today, introductions, and all of it to take along', async ({ phone, clock, inbox, db }) => {
  test.setTimeout(180_000)
  const thursday = nextThursday()
  await clock.set(hour(thursday, 19, 30))
  const { noor, sami, lena } = await evening(db, thursday)
  const everything = () =>
    Promise.all([
      db.followUp.findMany({ orderBy: { id: 'asc' } }),
      db.interaction.findMany({ orderBy: { id: 'asc' } }),
      db.introductionSide.findMany({ orderBy: [{ introductionId: 'asc' }, { userId: 'asc' }] }),
      db.mailSuppression.findMany({ orderBy: [{ address: 'asc' }, { kind: 'asc' }] }),
    ])

  // Friday: the morning mail, with her own note; a scanner opens every link of it, and nothing changes.
  const friday = after(thursday, 1)
  await clock.set(hour(friday, 9, 45))
  const morning = await inbox.next({ to: 'noor@example.org', subject: /you met at/ })
  expect(morning.text).toContain('valve tester')
  const before = await everything()
  for (const link of morning.links) expect((await fetch(link)).status, link).toBeLessThan(400)
  expect(await everything()).toEqual(before)
  expect((await inbox.next({ to: 'sami@example.org', subject: /you met at/ })).raw).not.toContain('valve tester')

  // Done, by POST, on a phone that is signed in nowhere; and the second person later.
  const mailApp = await phone({ javaScriptEnabled: false })
  const [doneSami = ''] = morning.links.filter((link) => link.includes('/follow-up/') && link.includes('.done.'))
  await mailApp.goto(doneSami)
  await mailApp.getByRole('button', { name: 'Yes, I wrote' }).click()
  await expect(mailApp.getByRole('heading', { name: 'Noted: you wrote to Sami Okafor' })).toBeVisible()
  const laters = morning.links.filter((link) => link.includes('/follow-up/') && link.includes('.later.'))
  await mailApp.goto(laters[1] ?? '')
  await mailApp.getByRole('button', { name: 'Yes, later' }).click()
  await expect(mailApp.getByRole('heading', { name: 'Put off until' })).toBeVisible()

  // On Today Sami is done and Lena put off; only Omar is left of the evening.
  const hers = await phone({ as: noor })
  await hers.goto('/today')
  await expect(article(hers, 'Omar Silva')).toBeVisible()
  await expect(article(hers, 'Sami Okafor')).toHaveCount(0)
  await expect(article(hers, 'Lena Vogt')).toHaveCount(0)
  await expectNoAxeViolations(hers)

  // Saturday: Sami tells his people what he works on. No mail goes out for that.
  await clock.set(hour(after(thursday, 2), 11))
  const his = await phone({ as: sami })
  await his.goto('/updates')
  await his.getByLabel('In your own words').fill('I am building a valve tester out of a biscuit tin.')
  await his.getByRole('button', { name: 'Share it' }).click()
  await expect(his.getByText('biscuit tin').first()).toBeVisible()
  expect(inbox.all('noor@example.org')).toHaveLength(1)

  // Monday: one digest, with who was put off, the four from the bottom, and Sami's update.
  const monday = after(thursday, 4)
  await clock.set(hour(monday, 9, 59))
  const digest = await inbox.next({ to: 'noor@example.org' })
  expect(digest.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im)
  for (const text of ['Lena Vogt', 'Omar Silva', 'Ada Early', 'biscuit tin']) expect(digest.text).toContain(text)
  expect(digest.text).not.toMatch(/sami@example\.org|lena@example\.org/)

  // Four from the bottom, an easy one first, one written to: the four stay four.
  await hers.goto('/today')
  const four = hers.getByRole('region', { name: 'Four from the bottom' })
  await expect(four.getByRole('article')).toHaveCount(4)
  await expectNoAxeViolations(hers)
  const first = (await four.getByRole('heading', { level: 3 }).first().textContent()) ?? ''
  await article(hers, first).getByRole('button', { name: 'I wrote' }).click()
  await expect(four.getByText('in touch this week')).toBeVisible()
  const wrote = await db.interaction.findFirstOrThrow({ where: { contact: { name: first } }, orderBy: { at: 'desc' } })
  expect(wrote.kind).toBe('WROTE')

  // An introduction that both accept: Sami by the mail's link, Lena in the application.
  await introduce(hers, 'Sami Okafor', 'Lena Vogt')
  const toSami = await inbox.next({ to: 'sami@example.org', subject: 'Noor Haddad would like you to meet Lena Vogt' })
  await mailApp.goto(linkIn(toSami, '/introduction/'))
  await expect(mailApp.getByText('Because you both keep bees.')).toBeVisible()
  await expectNoAxeViolations(mailApp)
  await mailApp.getByRole('button', { name: 'Yes, introduce us' }).click()
  await expect(mailApp.getByRole('heading', { name: 'You said yes' })).toBeVisible()
  expect(inbox.all('lena@example.org').some(({ raw }) => raw.includes('sami@example.org'))).toBe(false)
  const theirs = await phone({ as: lena })
  await theirs.goto('/introductions')
  expect(await theirs.content()).not.toContain('sami@example.org')
  await expectNoAxeViolations(theirs)
  await theirs.getByRole('button', { name: 'Yes, introduce us' }).click()
  const connected = await inbox.next({ to: 'lena@example.org', subject: 'You and Sami Okafor are in touch' })
  expect(connected.text).toContain('sami@example.org')
  await inbox.next({ to: 'sami@example.org', subject: 'You and Lena Vogt are in touch' })

  // And one that Omar declines: nobody else can tell, neither now nor when it is over.
  await introduce(hers, 'Sami Okafor', 'Omar Silva')
  const toOmar = await inbox.next({ to: 'omar@example.org', subject: /would like you to meet/ })
  await mailApp.goto(linkIn(toOmar, '/introduction/'))
  await mailApp.getByRole('button', { name: 'No, thank you' }).click()
  await expect(mailApp.getByRole('heading', { name: 'You said no' })).toBeVisible()
  await hers.goto('/introductions')
  await expect(hers.getByText('Waiting, until')).toBeVisible()
  await his.goto('/introductions')
  await expect(his.getByRole('button', { name: 'Yes, introduce us' })).toBeVisible()

  // No more digests: the mail program posts, without a cookie, twice.
  for (let time = 0; time < 2; time += 1) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await fetch(oneClick(digest), { method: 'POST', body })).status).toBe(200)
  }

  // The Monday after: Sami has his digest, Noor has none.
  await clock.set(hour(after(thursday, 11), 9, 59))
  await inbox.next({ to: 'sami@example.org' })
  expect(await db.outboxMail.count({ where: { userId: noor.id, kind: 'DIGEST', state: 'SENT' } })).toBe(1)

  // What is over after a month is over in the same words as if nobody had answered.
  await clock.set(hour(after(thursday, 40), 12))
  const later = await phone({ as: noor })
  await later.goto('/introductions')
  await expect(later.getByText('The time ran out')).toBeVisible()
  expect(inbox.all('noor@example.org').some(({ text }) => /declined|said no/i.test(text))).toBe(false)

  // All that is hers, to take with her: her own note, nobody's address.
  const download = await later.request.get('/account/data.json')
  expect(download.status()).toBe(200)
  const data = await download.text()
  expect(data).toContain('valve tester')
  expect(data).not.toContain('omar@example.org')
})

/** Two of one's people, a sentence to each. */
async function introduce(page: Page, one: string, other: string): Promise<void> {
  await page.goto('/introductions/new')
  await page.getByLabel('Who', { exact: true }).selectOption({ label: one })
  await page.getByLabel('And', { exact: true }).selectOption({ label: other })
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel(`To ${one}: why ${other}?`).fill('Because you both keep bees.')
  await page.getByLabel(`To ${other}: why ${one}?`).fill('Because you both keep bees.')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Ask both' }).click()
  await expect(page.getByText('Both have been told.', { exact: false })).toBeVisible()
}
