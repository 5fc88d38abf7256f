import type { Page } from '@playwright/test'
import { setUpToken } from '../src/server/services/set-up/set-up-token'
import { SECRET } from '../tests/factories/moment'
import { expect, expectNoAxeViolations, readQrCode, test } from './fixtures'
import { tickWeekdays, weekdayOf } from './support/weekdays'

/** The date of the clock in the zone that the organizer chooses below, as a date field takes it. */
const dateField = (at: Date) => at.toISOString().slice(0, 10)

/** What each phone's owner is about: Noor and Sami share an interest, and her ask meets his offer. */
const NOOR = {
  name: 'Noor Haddad',
  email: 'noor@example.org',
  interests: ['Beekeeping', 'Sourdough baking'],
  ask: 'somebody who repairs old radios',
  offer: 'a jar of honey and where to put a hive',
  starter: 'What did you last repair yourself?',
}
const SAMI = {
  name: 'Sami Okafor',
  email: 'sami@example.org',
  interests: ['Beekeeping', 'Board games'],
  ask: 'a place for a hive',
  offer: 'I repair radios, the older the better',
  starter: 'Ask me about the number stations.',
}
const LENA = {
  name: 'Lena Vogt',
  email: 'lena@example.org',
  interests: ['Board games'],
  ask: '',
  offer: '',
  starter: '',
}
type Person = typeof NOOR

/** The organizer's part before the door opens. @returns the page with tonight's door screen. */
async function openTheDoor(page: Page, now: Date) {
  await page.goto(`/set-up/${setUpToken(SECRET)}`)
  await expectNoAxeViolations(page)
  await page.getByLabel('Your name').fill('Olive Owner')
  await page.getByLabel('Your e-mail address').fill('olive@example.org')
  await page.getByLabel('Time zone').selectOption('UTC')
  await page.getByLabel('Its name').fill('Thursday Gathering')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thursday Gathering' })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('link', { name: 'New series' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Open Table')
  await page.getByLabel('How often').selectOption('weekly')
  await tickWeekdays(page, [weekdayOf(now)])
  await page.getByLabel('From', { exact: true }).fill(dateField(now))
  await page.getByLabel('Start', { exact: true }).fill('17:00')
  await page.getByLabel('Place', { exact: true }).fill('Harbour Hall')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Make the series' }).click()
  await expect(page.getByText('every', { exact: false }).first()).toBeVisible()

  await page.goto('/organize')
  await page.getByRole('link', { name: 'Thursday Gathering' }).first().click()
  await page.getByRole('link', { name: 'Open the door screen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Open Table' })).toBeVisible()
  await expect(page.getByText('here tonight')).toBeVisible()
  await expectNoAxeViolations(page)
}

/** Reads the door code as a phone's camera does: off the screen. */
async function scanDoor(door: Page): Promise<string> {
  return readQrCode(await door.screenshot())
}

/** Checks a newcomer in on the page behind the code. */
async function checkIn(phone: Page, code: string, person: Person) {
  await phone.goto(code)
  await expect(phone.getByRole('heading', { level: 1, name: 'Open Table' })).toBeVisible()
  await expectNoAxeViolations(phone)
  await phone.getByLabel('Your name').fill(person.name)
  await phone.getByLabel('Your e-mail').fill(person.email)
  await phone.getByRole('button', { name: 'Check in' }).click()
  await expect(phone.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  await expect(phone.getByText('Your first time at Thursday Gathering')).toBeVisible()
  await expectNoAxeViolations(phone)
}

/** The first minute. */
async function sayWhatIAmAbout(phone: Page, person: Person) {
  await phone.getByRole('link', { name: 'Say what you are about' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('What are you about?')
  for (const interest of person.interests) {
    const offered = phone.getByRole('checkbox', { name: interest, exact: true })
    if ((await offered.count()) > 0) {
      await phone.locator('label').filter({ has: offered }).click()
    } else {
      await phone.getByLabel('Something else').fill(interest)
      await phone.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(phone.getByRole('checkbox', { name: interest, exact: true })).toBeChecked()
    }
  }
  if (person.ask) await phone.locator('[name=ask]').fill(person.ask)
  if (person.offer) await phone.locator('[name=offer]').fill(person.offer)
  if (person.starter) await phone.locator('[name=starter]').fill(person.starter)
  await expectNoAxeViolations(phone)
  await phone.getByRole('button', { name: 'Done: show me people' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('You’re in')
}

const card = (phone: Page, name: string) =>
  phone.getByRole('article').filter({ has: phone.getByRole('heading', { name, exact: true }) })

test('the evening, end to end', async ({ desk, phone, clock, inbox, db, app }) => {
  test.slow()
  const now = clock.now()
  const evening = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 17, 30))
  await clock.set(evening)
  const door = await desk()
  await openTheDoor(door, evening)

  const noor = await phone()
  const sami = await phone()
  const lena = await phone({ javaScriptEnabled: false })

  // Three arrivals, each by the code that stands on the screen at that moment.
  await checkIn(noor, await scanDoor(door), NOOR)
  await expect(door.getByText('1', { exact: true })).toBeVisible()
  await sayWhatIAmAbout(noor, NOOR)
  await expect(noor.getByText('Nobody else is here yet', { exact: false })).toBeVisible()
  await expectNoAxeViolations(noor)

  await checkIn(sami, await scanDoor(door), SAMI)
  await expect(door.getByText('2', { exact: true })).toBeVisible()
  await sayWhatIAmAbout(sami, SAMI)

  // Sami appears on Noor's phone without a reload, with reasons that are true of both.
  await expect(card(noor, SAMI.name)).toBeVisible()
  await expect(card(noor, SAMI.name)).toContainText('Beekeeping')
  await expect(card(noor, SAMI.name)).toContainText(SAMI.offer)
  await expect(card(sami, NOOR.name)).toContainText('Beekeeping')
  await expect(card(sami, NOOR.name)).toContainText(NOOR.ask)
  await expectNoAxeViolations(noor)

  await checkIn(lena, await scanDoor(door), LENA)
  await expect(door.getByText('3', { exact: true })).toBeVisible()
  await expect(card(noor, LENA.name)).toBeVisible()
  await lena.getByRole('link', { name: 'Skip: show me people' }).click()
  await expect(lena.getByRole('heading', { level: 1 })).toContainText('You’re in')

  // A meeting by pass: Sami's camera reads the code on Noor's phone.
  await noor.getByRole('link', { name: 'Show my pass' }).click()
  await expect(noor.getByRole('heading', { level: 1, name: NOOR.name })).toBeVisible()
  await expectNoAxeViolations(noor)
  await sami.goto(await readQrCode(await noor.screenshot()))
  await expect(sami.getByText('Did you two just meet?')).toBeVisible()
  await expectNoAxeViolations(sami)
  expect(await db.meeting.count(), 'opening a pass changes nothing').toBe(0)
  await sami.getByRole('button', { name: 'Yes, we met' }).click()
  await expect(noor.getByText(`You met ${SAMI.name}.`)).toBeVisible()

  // A private note each; the other never sees it.
  await noor.goto(noor.url().replace(/\/pass$/, ''))
  const note = noor.getByLabel('What you talked about')
  await note.fill('Radios. He knows a man with a valve tester.')
  await noor.getByRole('button', { name: 'Save note' }).click()
  await expect(noor.getByText('Saved.')).toBeVisible()
  await sami.goto(noor.url())
  await expect(sami.getByLabel('What you talked about')).toHaveValue('')
  expect(await sami.content()).not.toContain('valve tester')
  expect(await sami.content()).not.toContain(NOOR.email)
  await expect(card(sami, NOOR.name).getByRole('button', { name: 'We met' })).toHaveCount(0)

  // A meeting by two taps, one of them on the phone without script.
  await card(lena, NOOR.name).getByRole('button', { name: 'We met' }).click()
  await noor.getByRole('button', { name: 'Yes, we met' }).click()
  await expect.poll(() => db.meeting.count({ where: { state: 'CONFIRMED' } })).toBe(2)

  // The link and code went out while nobody waited for them.
  expect((await inbox.next({ to: NOOR.email })).text).toMatch(/\b\d{6}\b/)

  // Next morning: one mail to each who came.
  await clock.set(new Date(evening.getTime() + 16.5 * 3_600_000))
  const mail = await inbox.next({ to: NOOR.email, subject: /you met at Open Table/ })
  for (const { email } of [SAMI, LENA]) await inbox.next({ to: email, subject: /you met at Open Table/ })
  expect(mail.text).toContain(SAMI.name)
  expect(mail.text).toContain('valve tester')
  expect(mail.text).toContain(LENA.name)
  expect(mail.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im)

  // Scanners open every link: nothing changes.
  const before = await everything()
  for (const link of mail.links) expect((await fetch(link)).status, link).toBeLessThan(400)
  expect(await everything()).toEqual(before)

  const done = mail.links.find((link) => link.includes('/follow-up/') && link.includes('done')) ?? ''
  const morning = await phone()
  await morning.goto(done)
  await expectNoAxeViolations(morning)
  await morning.getByRole('button', { name: 'Yes, I wrote' }).click()
  await expect(morning.getByRole('heading', { name: 'Noted: you wrote to' })).toBeVisible()
  await expectNoAxeViolations(morning)
  expect(await db.followUp.count({ where: { state: 'DONE' } })).toBe(1)

  // One click, no sign-in, for ever.
  const header = mail.parsed.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  const unsubscribe = /<(https?:[^>]+)>/.exec(header)?.[1]
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  for (let time = 0; time < 2; time += 1) {
    expect((await fetch(unsubscribe ?? '', { method: 'POST', body })).status).toBe(200)
  }
  expect(await db.mailSuppression.count({ where: { address: NOOR.email, kind: 'MORNING_AFTER' } })).toBe(1)

  /** What a followed link could have changed. */
  async function everything() {
    return {
      followUps: await db.followUp.findMany({ orderBy: { id: 'asc' } }),
      interactions: await db.interaction.findMany({ orderBy: { id: 'asc' } }),
      suppressions: await db.mailSuppression.count(),
      sessions: await db.session.count(),
      tokens: await db.verificationToken.findMany({ orderBy: { identifier: 'asc' } }),
    }
  }
  expect(app.log.join('\n'), 'no address in the log').not.toContain('@example.org')
})
