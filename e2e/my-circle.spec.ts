import { newId } from '../src/server/lib/tokens'
import { buildEvent } from '../tests/factories/community'
import { buildContact, buildInteraction } from '../tests/factories/contact'
import { buildMeeting } from '../tests/factories/evening'
import { buildInterest, giveInterests } from '../tests/factories/profile'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'
import type { Application } from './support/application'

const DAY_MS = 86_400_000

/** Ada with ten people: five met on an evening, four in a choir, Bruna in both, all a long time ago. */
async function adasPeople(db: Application['db'], now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const ada = await buildUser(db, { name: 'Ada Example', timeZone: 'Europe/Berlin' })
  await buildInterest(db, { slug: 'beekeeping', label: 'Beekeeping' })
  const event = await buildEvent(db, { startsAt: ago(200), endsAt: ago(199) })
  const choir = await db.contactGroup.create({ data: { id: newId('contactGroup'), ownerId: ada.id, name: 'Choir', createdAt: ago(200) } })
  const inChoir = (contactId: string) => db.contactGroupMember.create({ data: { groupId: choir.id, contactId } })
  for (const [index, name] of ['Bruna Alves', 'Ben Okafor', 'Cem Yılmaz', 'Dora Wolf', 'نور حداد'].entries()) {
    const member = await buildUser(db, { name })
    const meeting = await buildMeeting(db, { eventId: event.id, between: [ada.id, member.id] })
    const contact = await buildContact(db, { ownerId: ada.id, userId: member.id, name, createdAt: ago(200) })
    await buildInteraction(db, { contactId: contact.id, meetingId: meeting.id, at: ago(200 - index) })
    if (index === 0) await inChoir(contact.id)
    if (index === 1) await giveInterests(db, member.id, ['beekeeping'])
  }
  for (const name of ['Elif Kaya', 'Finn Berg', 'Gül Aydın', 'Hugo Marín']) {
    await inChoir((await buildContact(db, { ownerId: ada.id, name, createdAt: ago(200) })).id)
  }
  return ada
}

test('my circle: who links whom, one idea for what is missed, and the quarterly look without a script', async ({ phone, desk, clock, db }) => {
  const ada = await adasPeople(db, clock.now())
  const page = await desk({ as: ada })
  await page.goto('/people/circle?view=bridges')
  await expect(page.getByRole('heading', { name: 'My circle', level: 1 })).toBeVisible()
  await expect(page.getByText(/^Between “Thursday Gathering on .* and “Choir”/)).toContainText('Without them 4 people would not touch the rest.')
  await expectNoAxeViolations(page)

  // From dot to dot by arrow keys, and on to somebody's page.
  const dots = page.getByRole('group', { name: 'Your people around what ties them' }).getByRole('link')
  await expect(dots).toHaveCount(9)
  await dots.first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator(':focus')).toHaveAttribute('href', /^\/people\/con_/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people\/con_/)

  await page.goto('/people/circle?view=silence')
  await expect(page.getByRole('row', { name: /6 to 12 months ago/ })).toContainText('5')
  await page.getByText('Choose', { exact: true }).click()
  await page.getByLabel('Something else').fill('Beekeeping')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByLabel('Or in your own words').fill('people who keep bees')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Write to Ben Okafor: they show Beekeeping', { exact: false })).toBeVisible()

  // The look, by touch and without a script.
  const plain = await phone({ as: ada, javaScriptEnabled: false })
  await plain.goto('/people/circle')
  await plain.getByRole('link', { name: 'Take the look' }).click()
  await expect(plain.getByRole('heading', { name: 'Who went silent that you would miss?' })).toBeVisible()
  await expectNoAxeViolations(plain)
  await plain.getByRole('checkbox', { name: /Ben Okafor/ }).check()
  await plain.getByRole('button', { name: 'Next' }).click()
  await expect(plain.getByRole('heading', { name: 'Which part of your life has few people?' })).toBeVisible()
  await plain.getByRole('link', { name: 'Skip', exact: true }).click()
  await plain.getByRole('button', { name: 'Next' }).click()
  await plain.getByRole('checkbox', { name: /Finn Berg/ }).check()
  await plain.getByRole('button', { name: 'Next' }).click()
  await plain.getByRole('radio', { name: 'Monthly', exact: true }).check()
  await expectNoAxeViolations(plain)
  await plain.getByRole('button', { name: 'Finish' }).click()
  await expect(plain.getByRole('heading', { name: 'What has changed' })).toBeVisible()
  await expect(plain.getByRole('listitem').filter({ hasText: 'Ben Okafor' })).toContainText('A prompt for today.')
  await expect(plain.getByRole('listitem').filter({ hasText: 'Finn Berg' })).toContainText('No reminders.')
  await expectNoAxeViolations(plain)
  await plain.getByRole('link', { name: 'To your circle' }).click()
  await expect(plain.getByText('whenever you like', { exact: false })).toBeVisible()
})
