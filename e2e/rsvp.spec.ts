import { buildEvent } from '../tests/factories/community'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, readQrCode, test } from './fixtures'

const DAY_MS = 86_400_000

test('coming: a place, the waitlist, a cancellation by mail, a yes in time, and the ticket', async ({ phone, clock, db, inbox, baseURL }) => {
  const startsAt = new Date(clock.now().getTime() + 7 * DAY_MS)
  const event = await buildEvent(db, { name: 'Open Table', capacity: 1, rsvpMode: 'REQUIRED', startsAt, endsAt: new Date(startsAt.getTime() + DAY_MS / 8) })
  const noor = await buildUser(db, { name: 'Noor Haddad' })
  const sami = await buildUser(db, { name: 'Sami Okafor' })
  const path = `/events/${event.id}`

  // A visitor is told what signing in is for, and comes back.
  const visitor = await phone()
  await visitor.goto(path)
  await expect(visitor.getByText('You need a place for this evening')).toBeVisible()
  await expectNoAxeViolations(visitor)
  await visitor.getByRole('link', { name: 'I’m coming' }).click()
  await expect(visitor).toHaveURL(new RegExp(`next=${encodeURIComponent(path)}`))

  // The one place, without script; the next stands in line.
  const noors = await phone({ as: noor, javaScriptEnabled: false })
  await noors.goto(path)
  await noors.getByRole('button', { name: 'I’m coming' }).click()
  await expect(noors.getByText('You’re coming. Good.')).toBeVisible()
  const samis = await phone({ as: sami })
  await samis.goto(path)
  await expect(samis.getByText('All places are taken.')).toBeVisible()
  await samis.getByRole('button', { name: 'Join the waitlist' }).click()
  await expect(samis.getByText('You’re next in line')).toBeVisible()
  await expectNoAxeViolations(samis)

  // Opening the link of the mail changes nothing; its button does.
  const mail = await inbox.next({ to: noor.email ?? '', subject: 'See you at Open Table' })
  const cancel = mail.links.find((link) => link.includes('.cancel.')) ?? ''
  const anywhere = await phone()
  await anywhere.goto(cancel)
  await expect(anywhere.getByRole('heading', { name: 'You can’t come to Open Table?' })).toBeVisible()
  await expectNoAxeViolations(anywhere)
  expect(await db.rsvp.count({ where: { state: 'WAITLISTED' } })).toBe(1)
  await anywhere.getByRole('button', { name: 'I can’t come' }).click()
  await expect(anywhere.getByRole('heading', { name: 'You’re not coming' })).toBeVisible()

  // The place is offered, and taken from the mail.
  const offer = await inbox.next({ to: sami.email ?? '', subject: 'A place for you at Open Table' })
  await samis.goto(offer.links.find((link) => link.includes('.confirm.')) ?? '')
  await samis.getByRole('button', { name: 'Yes, I’m coming' }).click()
  await expect(samis.getByText('The place is yours.')).toBeVisible()
  await samis.getByRole('link', { name: 'Your ticket' }).click()

  // The ticket: code and letters, narrow and dark.
  await expect(samis.getByRole('heading', { name: 'Open Table' })).toBeVisible()
  await expect(samis.getByText(/^[2-9a-z]{4}-[2-9a-z]{4}$/)).toBeVisible()
  await expectNoAxeViolations(samis)
  await samis.setViewportSize({ width: 320, height: 640 })
  await samis.emulateMedia({ colorScheme: 'dark' })
  expect(await samis.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expectNoAxeViolations(samis)
  expect(await readQrCode(await samis.screenshot({ fullPage: true }))).toBe(`${baseURL ?? ''}${new URL(samis.url()).pathname}`)

  // The start page leads to it.
  await samis.goto('/')
  await expect(samis.getByRole('link', { name: 'Your ticket' })).toBeVisible()
  await expectNoAxeViolations(samis)
})
