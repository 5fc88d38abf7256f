import { newId } from '../src/server/lib/tokens'
import { buildContact, buildFollowUp, buildInteraction } from '../tests/factories/contact'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

const DAY_MS = 86_400_000

test('today: a draft to somebody, sent and said to be done; put off, taken back, and all at rest', async ({ phone, db, clock }) => {
  const ago = (days: number) => new Date(clock.now().getTime() - days * DAY_MS)
  const noor = await buildUser(db, { name: 'Noor Haddad', timeZone: 'UTC' })
  const person = async (name: string, days: number, note = '') => {
    const contact = await buildContact(db, { ownerId: noor.id, name, createdAt: ago(700) })
    await buildInteraction(db, { contactId: contact.id, kind: 'WROTE', at: ago(days), note })
    return contact
  }
  const ada = await person('Ada Maximiliana von Beispielhausen-Mustermann', 40, 'keeps bees on the roof\nof the library')
  await db.contactField.create({
    data: { id: newId('contactField'), contactId: ada.id, kind: 'EMAIL', value: 'ada@example.org', key: 'ada@example.org', createdAt: ago(40) },
  })
  await buildFollowUp(db, { contactId: ada.id, dueOn: ago(0), dueTime: '09:00', about: 'the bees', createdAt: ago(30) })
  for (const [at, name] of ['نور الدين حداد', 'Bela Novak', 'Grace Example', 'Sami Okafor', 'Lin Wei'].entries()) await person(name, 100 + at * 50)

  const page = await phone({ as: noor })
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /^Ada/ }) })
  await expect(card.getByText('the bees', { exact: true })).toBeVisible()
  await expectNoAxeViolations(page)

  // The draft keeps the note out; it stands beside it.
  const draft = card.getByRole('textbox', { name: 'Your message' })
  await expect(draft).toHaveValue(/^Hi Ada, /)
  expect(await draft.inputValue()).not.toContain('bees')
  await expect(card.getByText('keeps bees on the roof')).toBeVisible()
  await draft.fill('Hi Ada, are the bees on the roof\nof the library?')
  await expect(card.getByRole('link', { name: 'Open in mail' })).toHaveAttribute('href', /^mailto:ada@example\.org\?subject=Hello%20from%20Noor%20Haddad&body=Hi%20Ada.*roof%0D%0Aof/)
  await card.getByRole('button', { name: 'Keep the draft' }).click()
  await expect(card.getByText('Kept. It waits here')).toBeVisible()
  await page.reload()
  await expect(draft).toHaveValue(/bees on the roof/)

  // Said to be done, and taken back.
  await card.getByRole('button', { name: 'I wrote' }).click()
  await expect(page.getByText(/^In touch with Ada/)).toBeVisible()
  await expect(card).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toHaveCount(1)

  // The four keep their places: whoever was acted on shows it, and no other slips in.
  const four = page.getByRole('region', { name: 'Four from the bottom' })
  const names = await four.getByRole('heading', { level: 3 }).allTextContents()
  expect(names.length).toBe(4)
  const first = four.getByRole('article').first()
  await first.getByText('Not now').click()
  await first.getByRole('button', { name: 'Tomorrow' }).click()
  await expect(four.getByText(/put off$/)).toBeVisible()
  await expect(four.getByRole('article')).toHaveCount(3)
  await expectNoAxeViolations(page)

  // Narrow and dark.
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expectNoAxeViolations(page)

  // All at rest, without script, and on again.
  const scriptless = await phone({ as: noor, javaScriptEnabled: false })
  await scriptless.goto('/today')
  await scriptless.getByText('Pause all reminders').click()
  await scriptless.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(scriptless.getByText('All reminders rest until you go on.')).toBeVisible()
  await expectNoAxeViolations(scriptless)
  await scriptless.getByRole('button', { name: 'Go on now' }).click()
  await expect(scriptless.getByRole('heading', { name: /^Ada/ })).toBeVisible()

  // Planned on the contact's page, for a day and a time.
  await page.goto(`/people/${ada.id}`)
  await page.getByText('Plan it', { exact: true }).first().click()
  await page.getByLabel('Time, if you like').fill('09:30')
  await page.getByLabel('What about, if you like').fill('the honey')
  await page.getByRole('button', { name: 'Plan it' }).click()
  await expect(page.getByText('the honey', { exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
})
