import { buildEvent } from '../tests/factories/community'
import { buildContact, buildInteraction } from '../tests/factories/contact'
import { buildGuest, buildMeeting } from '../tests/factories/evening'
import { expect, expectNoAxeViolations, test } from './fixtures'

const NOT_SENT = 'You are offline: nothing was sent. Try again when the network is back.'
const NOTE = 'Radios. He knows a man with a valve tester.'

test('what is typed without a network stays, and is saved when the network is back', async ({ phone, db, clock }) => {
  const now = clock.now()
  const event = await buildEvent(db, {
    startsAt: new Date(now.getTime() - 3_600_000),
    endsAt: new Date(now.getTime() + 7_200_000),
  })
  const noor = await buildGuest(db, event.id, { user: { name: 'Noor Haddad' }, at: now })
  const sami = await buildGuest(db, event.id, { user: { name: 'Sami Okafor' }, at: now })
  const meeting = await buildMeeting(db, { eventId: event.id, between: [noor.id, sami.id], confirmedAt: now })
  const contact = await buildContact(db, { ownerId: noor.id, userId: sami.id })
  await buildInteraction(db, { contactId: contact.id, meetingId: meeting.id, at: now })
  const notes = () =>
    db.interaction.findMany({
      where: { kind: 'MET', note: { not: '' } },
      select: { note: true, contact: { select: { ownerId: true } } },
    })

  const page = await phone({ as: noor, expected: [/ERR_INTERNET_DISCONNECTED/] })
  await page.goto(`/evening/${event.id}`)
  const note = page.getByLabel('What you talked about')
  await note.fill(NOTE)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText(NOT_SENT)).toBeVisible()
  await expect(note).toHaveValue(NOTE)
  expect(await notes()).toEqual([])
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByText(NOT_SENT)).toHaveCount(0)
  expect(await notes()).toEqual([{ note: NOTE, contact: { ownerId: noor.id } }])

  // The first minute likewise: a form that goes on to another page.
  await page.goto(`/evening/${event.id}/hello`)
  const ask = page.locator('[name=ask]')
  await ask.fill('a place for a hive')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Done: show me people' }).click()
  await expect(page.getByText(NOT_SENT)).toBeVisible()
  await expect(ask).toHaveValue('a place for a hive')
  await expectNoAxeViolations(page)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Done: show me people' }).click()
  await expect(page).toHaveURL(`/evening/${event.id}`)
  expect(await db.profile.findUnique({ where: { userId: noor.id }, select: { ask: true } })).toEqual({
    ask: 'a place for a hive',
  })
})
