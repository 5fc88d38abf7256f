import { buildContact } from '../tests/factories/contact'
import { buildDoorGuest, buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

const CARDS = `BEGIN:VCARD
VERSION:3.0
FN:Grace Hopper
ORG:Navy
EMAIL;TYPE=INTERNET:grace@example.org
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg
TEL;CELL:+49 170 1234567
END:VCARD
`
const CONNECTIONS = `Notes:
"When exporting your connection data, you may notice that some email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Katherine,Johnson,https://www.linkedin.com/in/katherine-j,,Langley,Analyst,12 Mar 2024
Grace,Hoper,https://www.linkedin.com/in/grace-h,grace@example.org,Navy,Admiral,01 Feb 2023
,,,,,,
`

test('people come in from files, once, and go back; two entries of one person become one, and two again', async ({ phone, desk, db }) => {
  const ada = await buildUser(db, { name: 'Ada' })
  const own = () => db.contact.findMany({ where: { ownerId: ada.id }, orderBy: { name: 'asc' } })

  // A phone without scripts: look first, then in.
  const page = await phone({ as: ada, javaScriptEnabled: false })
  const offer = async (name: string, text: string) => {
    await page.goto('/people/import')
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'See what it brings' }).click()
  }
  await page.goto('/people')
  await page.getByRole('link', { name: 'Bring' }).click()
  await expectNoAxeViolations(page)
  await offer('holiday.txt', '\n\n')
  await expect(page.getByText('Nobody was found in this file')).toBeVisible()
  await offer('people.vcf', CARDS)
  await expect(page.getByRole('heading', { name: '2 new' })).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await own()).toEqual([])
  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('What it brought is in your list.')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectNoAxeViolations(page)
  await offer('people.vcf', CARDS)
  await expect(page.getByText('This file changes nothing')).toBeVisible()

  // A computer: it shows by itself how far it is.
  const laptop = await desk({ as: ada })
  await laptop.goto('/people/import')
  await laptop.setInputFiles('input[type=file]', { name: 'Connections.csv', mimeType: 'text/csv', buffer: Buffer.from(CONNECTIONS) })
  await laptop.getByRole('button', { name: 'See what it brings' }).click()
  await expect(laptop.getByRole('heading', { name: '2 new' })).toBeVisible()
  await laptop.getByRole('button', { name: 'Import 2 people' }).click()
  await expect(laptop.getByText('What it brought is in your list.')).toBeVisible()
  expect((await own()).map(({ name }) => name)).toEqual(['Grace Hoper', 'Grace Hopper', 'Jörg Müller', 'Katherine Johnson'])
  const brought = laptop.url()

  // The same address: one person.
  await laptop.getByRole('link', { name: 'Twice in your list?' }).click()
  await expect(laptop.getByText('Same e-mail address: grace@example.org')).toBeVisible()
  await expectNoAxeViolations(laptop)
  await laptop.getByRole('button', { name: 'One person: merge' }).click()
  await expect(laptop.getByText(/was taken into/)).toBeVisible()
  expect(await own()).toHaveLength(3)
  await laptop.getByRole('button', { name: 'Take back' }).click()
  await expect(laptop.getByText('Same e-mail address: grace@example.org')).toBeVisible()
  expect(await own()).toHaveLength(4)

  const file = await laptop.request.get('/people/contacts.vcf')
  expect(await file.text()).toContain('FN:Katherine Johnson')

  // Taken back but for the one that was touched since.
  await db.contact.updateMany({ where: { name: 'Katherine Johnson' }, data: { title: 'changed by hand' } })
  await laptop.goto(brought)
  await laptop.getByRole('button', { name: 'Take this import back' }).click()
  await expect(laptop.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  await expect(laptop.getByText('This one stays, since you have done something with it:')).toBeVisible()
  await expect(laptop.getByRole('link', { name: 'Katherine Johnson' })).toBeVisible()
  await expectNoAxeViolations(laptop)
  expect((await own()).map(({ name }) => name)).toEqual(['Grace Hopper', 'Jörg Müller', 'Katherine Johnson'])
})

test('all of one’s data as a file, and away with it', async ({ phone, db }) => {
  const guest = await buildDoorGuest(db, { name: 'Gus Guest' })
  await buildContact(db, { ownerId: guest.id, name: 'Grace Hopper' })
  const page = await phone({ as: guest, javaScriptEnabled: false })
  await page.goto('/account')
  await expectNoAxeViolations(page)
  expect(await (await page.request.get('/account/data.json')).json()).toMatchObject({ person: { name: 'Gus Guest' }, contacts: [{ name: 'Grace Hopper' }] })
  await page.getByLabel('Type your name to confirm').fill('Gus')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByText('Nothing was deleted')).toBeVisible()
  await page.getByLabel('Type your name to confirm').fill('Gus Guest')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(await db.user.count()).toBe(0)
})
