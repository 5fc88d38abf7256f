import { newId } from '../src/server/lib/tokens'
import { buildEvent, buildInstallation } from '../tests/factories/community'
import { buildCheckIn } from '../tests/factories/evening'
import { buildUser } from '../tests/factories/user'
import { expect, expectNoAxeViolations, test } from './fixtures'

const HOUR_MS = 3_600_000

test('mail: chosen with and without scripts; the operator reads what failed and tries it again', async ({ phone, db, clock }) => {
  const noor = await buildUser(db, { name: 'Noor Haddad', timeZone: 'UTC' })
  const page = await phone({ as: noor })
  await page.goto('/settings')
  await page.getByLabel(/^The digest:/).uncheck()
  await page.getByLabel('No reminders from').selectOption('22')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expectNoAxeViolations(page)

  const scriptless = await phone({ as: noor, javaScriptEnabled: false })
  await scriptless.goto('/settings')
  await expect(scriptless.getByLabel(/^The digest:/)).not.toBeChecked()
  await expect(scriptless.getByLabel('No reminders from')).toHaveValue('22')
  await scriptless.getByLabel(/^The digest:/).check()
  await scriptless.getByRole('button', { name: 'Save' }).click()
  await expect(scriptless.getByText('Saved.')).toBeVisible()
  await expect(scriptless.getByLabel(/^The digest:/)).toBeChecked()

  const operator = await buildUser(db, { name: 'Olga Operator' })
  await buildInstallation(db, { operatorId: operator.id })
  const event = await buildEvent(db)
  await buildCheckIn(db, { eventId: event.id, userId: noor.id })
  await db.outboxMail.create({
    data: {
      id: newId('mail'),
      kind: 'MORNING_AFTER',
      recipient: noor.email ?? '',
      userId: noor.id,
      subjectKey: event.id,
      props: { eventId: event.id },
      messageId: '<failed@localhost>',
      state: 'FAILED',
      lastError: 'Given up after 6 tries.',
      settledAt: clock.now(),
      dueAt: clock.now(),
      queuedAt: clock.now(),
      expiresAt: new Date(clock.now().getTime() + HOUR_MS),
    },
  })
  const desk = await phone({ as: operator })
  await desk.goto('/outbox')
  await expectNoAxeViolations(desk)
  await desk.getByRole('link', { name: noor.email ?? '' }).click()
  await expect(desk.getByText('Some evenings are for looking around', { exact: false })).toBeVisible()
  await expectNoAxeViolations(desk)
  await desk.getByRole('button', { name: 'Try again' }).click()
  await expect(desk.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})
