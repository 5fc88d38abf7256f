import { newId } from '@/server/lib/tokens'
import { NOW } from '../../factories/moment'
import { type Entry, OPERATOR, PROVED } from './rows'
import type { World } from './world'

async function queuedMail({ db }: World) {
  await db.outboxMail.deleteMany()
  const id = newId('mail')
  const props = { name: '', code: '123456', link: 'https://meet.example.org/x', minutes: 15 }
  const times = { queuedAt: NOW, dueAt: NOW, expiresAt: NOW }
  const recipient = 'a@example.org'
  await db.outboxMail.create({
    data: { id, kind: 'SIGN_IN', recipient, subjectKey: id, messageId: `<${id}@x>`, props, ...times },
  })
  return { mailId: id }
}

/** A mail that can be tried again. */
async function failedMail(world: World) {
  const mail = await queuedMail(world)
  await world.db.outboxMail.update({ where: { id: mail.mailId }, data: { kind: 'EVENT', state: 'FAILED', settledAt: NOW } })
  return mail
}

/** The procedures of the outbox and of one's own mail. */
export const MAIL_ROWS: Readonly<Record<string, Entry>> = {
  'mail.liftBounce': { access: OPERATOR, input: () => ({ address: 'a@example.org' }) },
  'mail.outbox': { access: OPERATOR },
  'mail.read': { access: OPERATOR, input: queuedMail },
  'mail.retry': { access: OPERATOR, input: async (world) => ({ ...(await failedMail(world)), sure: false }) },
  'mail.retryFailed': { access: OPERATOR },
  'mail.saveSettings': {
    access: PROVED,
    input: () => ({
      kinds: ['EVENT'],
      cadence: 'MONTHLY',
      digestRhythm: 'WEEKLY',
      digestWeekday: 1,
      quietFrom: 20,
      quietTo: 8,
      timeZone: 'Europe/Berlin',
    }),
  },
  'mail.settings': { access: PROVED },
  'mail.stop': { access: OPERATOR, input: queuedMail },
}
