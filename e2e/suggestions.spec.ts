import type { Page } from '@playwright/test'
import { doorCode } from '../src/server/services/door/door-code'
import { buildEvent } from '../tests/factories/community'
import { buildGuest } from '../tests/factories/evening'
import { SECRET } from '../tests/factories/moment'
import { buildProfile, giveInterests } from '../tests/factories/profile'
import { buildUser } from '../tests/factories/user'
import type { Application } from './support/application'
import { expect, expectNoAxeViolations, test } from './fixtures'
import { expectTrueReasons } from './support/reasons'

const MINUTE_MS = 60_000

const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })
const cardNames = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allTextContents()

/** An event that goes on by the application's clock. */
function tonight({ db, clock }: Pick<Application, 'db' | 'clock'>) {
  const now = clock.now().getTime()
  return buildEvent(db, { startsAt: new Date(now - 60 * MINUTE_MS), endsAt: new Date(now + 120 * MINUTE_MS) })
}

/** Comes in by the code that stands on the door screen at this moment. */
async function comeIn(page: Page, eventId: string, now: Date) {
  await page.goto(`/c/${doorCode(SECRET, eventId, now)}`)
  await page.getByRole('button', { name: 'Check in' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
}

test('reasons are true of both, an arrival appears by itself, and what was read stays', async ({ phone, db, clock }) => {
  const event = await tonight({ db, clock })
  const at = clock.now()
  const bees = {
    ada: { ask: 'somebody who repairs old radios', offer: 'room for two hives', city: 'Lisbon' },
    sami: { ask: 'room for a hive', offer: 'I repair radios, the older the better', city: 'lisbon' },
  }
  const ada = await buildGuest(db, event.id, { at, user: { name: 'Ada' }, profile: bees.ada, interests: ['Beekeeping', 'Chess'] })
  const sami = await buildGuest(db, event.id, { at, user: { name: 'Sami' }, profile: bees.sami, interests: ['Chess', 'Beekeeping'] })
  const lena = await buildUser(db, { name: 'Lena' })
  await buildProfile(db, { userId: lena.id })
  await giveInterests(db, lena.id, ['Beekeeping'])
  const phoneOfAda = await phone({ as: ada })
  const phoneOfSami = await phone({ as: sami })
  const people = { Ada: ada, Sami: sami, Lena: lena }
  const readReasons = async (page: Page, reader: keyof typeof people) => {
    for (const name of await cardNames(page)) {
      const other = Object.entries(people).find(([key]) => key === name)?.[1]
      await expectTrueReasons(card(page, name), db, {
        readerId: people[reader].id,
        otherId: other?.id ?? name,
        eventId: event.id,
      })
    }
  }

  await phoneOfAda.goto(`/evening/${event.id}`)
  await phoneOfSami.goto(`/evening/${event.id}`)
  await expect(card(phoneOfAda, 'Sami')).toContainText(bees.sami.offer)
  await expect(card(phoneOfSami, 'Ada')).toContainText('Beekeeping')
  await readReasons(phoneOfAda, 'Ada')
  await readReasons(phoneOfSami, 'Sami')

  // Nobody reloads: the card comes to those who are there.
  await comeIn(await phone({ as: lena }), event.id, clock.now())
  await expect(card(phoneOfAda, 'Lena')).toBeVisible()
  await expect(card(phoneOfSami, 'Lena')).toBeVisible()
  await readReasons(phoneOfAda, 'Ada')

  // A crowd that has more in common with her, and a minute later everything is computed anew.
  for (let n = 0; n < 12; n += 1) {
    await buildGuest(db, event.id, { at: clock.now(), profile: bees.sami, interests: ['Beekeeping', 'Chess'] })
  }
  await clock.set(new Date(clock.now().getTime() + 2 * MINUTE_MS))
  const before = await db.event.findUniqueOrThrow({ where: { id: event.id } })
  await comeIn(await phone({ as: await buildUser(db, { name: 'The last one' }) }), event.id, clock.now())
  await expect
    .poll(async () => (await db.event.findUniqueOrThrow({ where: { id: event.id } })).solvedAt)
    .not.toEqual(before.solvedAt)
  await phoneOfAda.reload()
  await expect(card(phoneOfAda, 'Sami')).toBeVisible()
  await expect(card(phoneOfAda, 'Lena')).toBeVisible()
})

test('a person’s page: opened, kept, put aside without the other’s knowing', async ({ phone, db, clock }) => {
  const event = await tonight({ db, clock })
  const at = clock.now()
  const guest = (name: string) => buildGuest(db, event.id, { at, user: { name }, interests: ['Beekeeping', `Only ${name}`] })
  const ada = await guest('Ada')
  const others = []
  for (const name of ['Kim', 'Lou', 'Max', 'Noor', 'Pat', 'Sam', 'Tove']) others.push(await guest(name))
  const hidden = await buildGuest(db, event.id, { at, user: { name: 'Hugo' }, profile: { visible: false } })

  const mine = await phone({ as: ada })
  await mine.goto(`/evening/${event.id}`)
  await expect(mine.getByRole('article').first()).toBeVisible()
  const before = await cardNames(mine)
  const shown = await db.suggestion.findFirstOrThrow({
    where: { eventId: event.id, userId: ada.id, kind: 'MUTUAL' },
    orderBy: { rank: 'asc' },
  })
  const other = others.find(({ id }) => id === shown.otherId)
  const name = other?.name ?? ''
  const row = { eventId: event.id, userId: ada.id, otherId: other?.id ?? '' }
  const outcome = () => db.suggestion.findUniqueOrThrow({ where: { eventId_userId_otherId: row } })
  expect((await outcome()).openedAt).toBeNull()

  const theirs = await phone({ as: other ?? ada })
  await theirs.goto(`/evening/${event.id}`)
  await expect(card(theirs, 'Ada')).toBeVisible()
  const theirPage = await theirs.getByRole('main').innerText()

  await card(mine, name).getByRole('link', { name: `More about ${name}` }).click()
  await expect(mine.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(mine.getByText('You both like').locator('..')).toContainText('Beekeeping')
  await expect(mine.getByText('Also likes').locator('..')).toContainText(`Only ${name}`)
  await expectNoAxeViolations(mine)
  expect((await outcome()).openedAt).not.toBeNull()
  await mine.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(mine.getByText(`You keep ${name} on your list`)).toBeVisible()

  const reads: string[] = []
  theirs.on('request', (request) => {
    if (request.url().includes(`/evening/${event.id}`)) reads.push(request.url())
  })
  await mine.getByRole('button', { name: 'Not tonight' }).click()
  await expect(mine.getByRole('heading', { level: 1, name: 'You’re in.' })).toBeVisible()
  await expect(card(mine, name)).toHaveCount(0)
  const after = await cardNames(mine)
  expect(after.length).toBeGreaterThanOrEqual(before.length)
  expect(after).toEqual(expect.arrayContaining(before.filter((one) => one !== name)))

  // What came after it has arrived on the other phone, and until then nothing has.
  const gone = await phone({ as: hidden })
  await gone.goto(`/evening/${event.id}`)
  await gone.getByRole('button', { name: 'I’m heading home' }).click()
  await expect(theirs.getByText('8 people are here.')).toBeVisible()
  expect(reads).toEqual([])
  await theirs.reload()
  expect(await theirs.getByRole('main').innerText()).toBe(theirPage.replace('9 people', '8 people'))

  await mine.goto(`/evening/${event.id}/people/${row.otherId}`)
  await expect(mine.getByRole('heading', { level: 1, name: 'Put aside for tonight' })).toBeVisible()
  await expectNoAxeViolations(mine)
  await mine.getByRole('link', { name: 'Back to the evening' }).click()
  await mine.getByText('One person put aside for tonight').click()
  await expectNoAxeViolations(mine)
  await mine.getByRole('button', { name: `Bring ${name} back` }).click()
  await expect(card(mine, name)).toBeVisible()
})

test('heading home takes one off the others’ lists, and staying on brings them back', async ({ phone, db, clock }) => {
  const event = await tonight({ db, clock })
  const at = clock.now()
  const ada = await buildGuest(db, event.id, { at, user: { name: 'Ada' }, interests: ['Beekeeping'] })
  const sami = await buildGuest(db, event.id, { at, user: { name: 'Sami' }, interests: ['Beekeeping'] })
  const phoneOfSami = await phone({ as: sami, javaScriptEnabled: false })
  await phoneOfSami.goto(`/evening/${event.id}`)
  const phoneOfAda = await phone({ as: ada })
  await phoneOfAda.goto(`/evening/${event.id}`)
  await expect(card(phoneOfAda, 'Sami')).toBeVisible()

  await phoneOfSami.getByRole('button', { name: 'I’m heading home' }).click()
  await expect(phoneOfSami.getByRole('heading', { level: 1, name: 'Good night.' })).toBeVisible()
  await expectNoAxeViolations(phoneOfSami)
  await expect(card(phoneOfAda, 'Sami')).toHaveCount(0)

  await phoneOfSami.getByRole('button', { name: 'I’m still here' }).click()
  await expect(card(phoneOfAda, 'Sami')).toBeVisible()
})
