import { buildContact } from '../tests/factories/contact'
import { buildProfile, giveInterests } from '../tests/factories/profile'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

test('bringing together: asked by mail, accepted by both, and one declined silently', async ({ phone, desk, db, inbox }) => {
  const ada = await buildUser(db, { name: 'Ada Example' })
  const bela = await buildUser(db, { name: 'Bela Novak' })
  const chioma = await buildUser(db, { name: 'Chioma Obi' })
  const dana = await buildUser(db, { name: 'Dana Levi' })
  for (const { id, name } of [bela, chioma, dana]) {
    await buildProfile(db, { userId: id })
    await giveInterests(db, id, ['sailing'])
    await buildContact(db, { ownerId: ada.id, userId: id, name })
  }

  // Two are chosen, and the reasons are there to begin with.
  const adas = await desk({ as: ada })
  await adas.goto('/introductions')
  await expectNoAxeViolations(adas)
  const bring = async (one: string, other: string) => {
    await adas.goto('/introductions/new')
    await adas.getByLabel('Who').selectOption(one)
    await adas.getByLabel('And').selectOption(other)
    await adas.getByRole('button', { name: 'Go on' }).click()
    await expect(adas.getByLabel(`To ${one}: why ${other}?`)).toHaveValue(`You and ${other} both chose sailing.`)
    await expectNoAxeViolations(adas)
    await adas.getByRole('button', { name: 'Ask both' }).click()
    await expect(adas.getByText('Both have been told.')).toBeVisible()
  }
  await bring('Bela Novak', 'Chioma Obi')

  // Bela, by the mail, on a phone without script and without a session: opening it says nothing.
  const mail = await inbox.next({ to: bela.email ?? '', subject: 'Ada Example would like you to meet Chioma Obi' })
  expect(mail.text).not.toContain(chioma.email ?? '-')
  const belas = await phone({ javaScriptEnabled: false })
  await belas.goto(mail.links.find((link) => link.includes('/introduction/')) ?? '')
  await expect(belas.getByText('You and Chioma Obi both chose sailing.')).toBeVisible()
  expect(await db.introductionSide.count({ where: { answer: 'ACCEPTED' } })).toBe(0)
  await belas.getByLabel('My phone number').fill('+49 30 1234567')
  await belas.getByRole('button', { name: 'Yes, introduce us' }).click()
  await expect(belas.getByRole('heading', { name: 'You said yes' })).toBeVisible()

  // Chioma, in the app.
  const chiomas = await phone({ as: chioma })
  await chiomas.goto('/introductions')
  await expect(chiomas.getByRole('heading', { name: 'Bela Novak' })).toBeVisible()
  await expectNoAxeViolations(chiomas)
  await chiomas.getByRole('button', { name: 'Yes, introduce us' }).click()
  await expect(chiomas.getByText('Ada Example brought you together')).toBeVisible()
  const news = await inbox.next({ to: chioma.email ?? '', subject: 'You and Bela Novak are in touch' })
  expect(news.text).toContain('+49 30 1234567')
  await inbox.next({ to: bela.email ?? '', subject: 'You and Chioma Obi are in touch' })

  // Dana says no; nothing that Ada sees says so.
  await bring('Bela Novak', 'Dana Levi')
  const danas = await phone({ as: dana })
  await danas.goto('/introductions')
  await danas.getByRole('button', { name: 'No, thank you' }).click()
  await expect(danas.getByText('Nobody is told.')).toBeVisible()
  await adas.goto('/introductions')
  const made = adas.getByRole('region', { name: 'You brought together' })
  await expect(made.getByText('They are in touch')).toHaveCount(1)
  await expect(made.getByText('Waiting, until')).toHaveCount(1)

  // What she gave, for her eyes.
  await adas.goto('/people/given')
  await expect(adas.getByRole('heading', { name: 'You brought together 2 people' })).toBeVisible()
  await expectNoAxeViolations(adas)
  await adas.goto('/asks')
  await expectNoAxeViolations(adas)
})
