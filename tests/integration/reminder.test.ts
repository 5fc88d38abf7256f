import { expect, it } from 'vitest'
import { mailContent } from '@/server/services/mail/mail-content'
import { queueReminders } from '@/server/services/follow-up/queue-reminders'
import { planDigests } from '@/server/services/follow-up/plan-digests'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp } from '../factories/contact'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { mailDeps, testClock } from '../support/mail'

const ada = () => buildUser(testDb(), { name: 'Ada', email: 'ada@example.org', timeZone: 'Europe/Berlin' })

/** An evening that ended so many days before NOW, where Ada met somebody and has not written since. */
async function evening(ownerId: string, daysAgo: number, name = 'Bela') {
  const event = await buildEvent(testDb(), { startsAt: minutesFromNow(-daysAgo * 1440 - 120), endsAt: minutesFromNow(-daysAgo * 1440) })
  await buildCheckIn(testDb(), { eventId: event.id, userId: ownerId })
  const contact = await buildContact(testDb(), { ownerId, name })
  const followUp = await buildFollowUp(testDb(), { contactId: contact.id, eventId: event.id })
  return { event, contact, followUp }
}

const reminders = () => testDb().outboxMail.findMany({ where: { kind: 'MORNING_AFTER' }, orderBy: { dueAt: 'asc' } })

/** The heartbeat of the mornings, when reminders are looked at. */
async function live(days: number, { withDigests = false } = {}) {
  for (let day = 1; day <= days; day++) {
    for (const hour of [6, 7, 8]) {
      const now = new Date(Date.UTC(2026, 10, 19 + day, hour))
      if (withDigests) await planDigests(testDb(), now)
      await queueReminders(testDb(), now)
    }
  }
}

it('one, on the morning of the eighth day, and then never again', async () => {
  const { event } = await evening((await ada()).id, 0)
  await live(23)
  const rows = await reminders()
  expect(rows.map(({ subjectKey, props }) => ({ subjectKey, props }))).toEqual([
    { subjectKey: `${event.id}:reminder`, props: { eventId: event.id, reminder: true } },
  ])
  expect(rows[0]?.dueAt.toISOString()).toMatch(/^2026-11-27T0[78]/)
})

it('never on the local day of a digest', async () => {
  const { id } = await ada()
  await evening(id, 0)
  await testDb().followUpSettings.create({ data: { userId: id, digestWeekday: 5 } })
  await live(12, { withDigests: true })
  const digests = await testDb().outboxMail.findMany({ where: { kind: 'DIGEST' } })
  expect(digests.map(({ subjectKey }) => subjectKey)).toContain('2026-11-27')
  expect((await reminders()).map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual(['2026-11-28'])
})

it('of several evenings only the latest with something open, and at most one in two weeks', async () => {
  const { id } = await ada()
  await evening(id, 5, 'Earlier')
  const { event } = await evening(id, 0, 'Later')
  await live(20)
  expect((await reminders()).map(({ subjectKey }) => subjectKey)).toEqual([`${event.id}:reminder`])
})

it('none when all is answered; one that waits says nothing once all is', async () => {
  const { id } = await ada()
  const { followUp } = await evening(id, 0)
  await live(8)
  const [row] = await reminders()
  if (!row) throw new Error('a reminder')
  const deps = mailDeps(null, testClock(row.dueAt))
  const mail = await mailContent(deps, row)
  expect(mail?.text).toContain('Bela')
  expect(mail?.text.match(/\/follow-up\/[\w.-]+/g)).toHaveLength(3)
  await testDb().followUp.update({ where: { id: followUp.id }, data: { state: 'DONE', actedAt: row.dueAt } })
  expect(await mailContent(deps, row)).toBeNull()
})

it('several workers at once: one', async () => {
  await evening((await ada()).id, 8)
  for (const hour of [6, 7, 8]) {
    const now = new Date(Date.UTC(2026, 10, 20, hour))
    await Promise.all(Array.from({ length: 5 }, () => queueReminders(testDb(), now)))
  }
  expect(await reminders()).toHaveLength(1)
})
