import { buildContact, buildInteraction } from '../tests/factories/contact'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

test('my people: found by a word of a note, logged in one tap, by thumb and by keys', async ({ phone, desk, db, clock }) => {
  const ada = await buildUser(db, { name: 'Ada' })
  const grace = await buildContact(db, { ownerId: ada.id, name: 'Grace Hopper', organization: 'Navy', source: 'HAND' })
  await buildContact(db, { ownerId: ada.id, name: 'נועה בן־דוד', source: 'HAND' })
  const at = new Date(clock.now().getTime() - 200 * 86_400_000)
  await buildInteraction(db, { contactId: grace.id, kind: 'CALLED', at, note: 'Talked about her garden', myPromise: 'send the seed list' })

  // Without scripts: a form that finds, one tap that counts.
  const page = await phone({ as: ada, javaScriptEnabled: false })
  await page.goto('/people?q=garden')
  await expect(page.getByText('One person')).toBeVisible()
  await page.getByRole('link', { name: /Grace Hopper/ }).click()
  await expect(page.getByText(/^Due .* ago: it was on/)).toBeVisible()
  await page.getByRole('button', { name: 'Wrote' }).click()
  await expect(page.getByText('Written down: you wrote, today.')).toBeVisible()
  await expect(page.getByText(/^Due in 3 months, on/)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.')).toBeVisible()

  // With a keyboard: search, down, open, one key, undone by another.
  const laptop = await desk({ as: ada })
  await laptop.goto('/people')
  await expect(laptop.getByRole('button', { name: 'Keys' })).toBeVisible()
  await expectNoAxeViolations(laptop)
  await laptop.keyboard.press('/')
  await laptop.keyboard.type('seed')
  await expect(laptop.getByText('One person')).toBeVisible()
  await laptop.keyboard.press('ArrowDown')
  await laptop.keyboard.press('Enter')
  await expect(laptop.getByRole('heading', { name: 'Grace Hopper' })).toBeVisible()
  await expect(laptop.getByRole('button', { name: 'Keys' })).toBeVisible()
  await laptop.keyboard.press('m')
  await expect(laptop.getByText('Written down: you met, today.')).toBeVisible()
  await laptop.getByText('What was promised, and when').first().click()
  await laptop.getByLabel('What I promised').first().fill('an introduction to Alan')
  await laptop.getByRole('button', { name: 'Save' }).first().click()
  await expect(laptop.getByText('I promised:').first()).toBeVisible()
  await laptop.getByRole('button', { name: 'Done' }).first().click()
  await expect(laptop.getByText('I kept my promise:')).toBeVisible()
  await expectNoAxeViolations(laptop)

  // A group with a rhythm of its own.
  await laptop.goto('/people/groups')
  await laptop.getByLabel('Name').fill('Mentors')
  await laptop.getByLabel('How often to be in touch').selectOption('Monthly')
  await laptop.getByRole('button', { name: 'Make the group' }).click()
  await laptop.getByLabel('Grace Hopper').check()
  await laptop.getByRole('button', { name: 'Put into Mentors' }).click()
  await laptop.getByRole('link', { name: /Grace Hopper/ }).click()
  await expect(laptop.getByText('Monthly, as the group Mentors.')).toBeVisible()
})
