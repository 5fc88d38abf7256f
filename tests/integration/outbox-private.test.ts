import { expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { mailContent } from '@/server/services/mail/mail-content'
import { MAIL_KINDS, type QueuedKind } from '@/server/services/mail/kinds'
import type { NewMail } from '@/server/services/mail/queue-mail'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { buildCheckIn, buildMeeting } from '../factories/evening'
import { buildAsk, buildIntroduction } from '../factories/introduction'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildProfile } from '../factories/profile'
import { buildUpdate } from '../factories/update'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { mailDeps, queue } from '../support/mail'

/** In every field that is private to Ada, to those she knows, or to those who wrote to her. */
const hush = (what: string) => `hush ${what}`
const shares = [{ kind: 'PHONE', value: hush('phone') }]

/** Ada with people of hers, an evening behind her, and what others wrote to her. */
async function world() {
  const db = testDb()
  const ada = await buildUser(db, { name: 'Ada', email: 'ada@example.org' })
  const [bela, chioma] = [await buildUser(db, { name: hush('Bela') }), await buildUser(db, { name: hush('Chioma') })]
  await buildProfile(db, { userId: ada.id, offer: hush('offer'), headline: hush('headline') })
  await buildProfile(db, { userId: chioma.id, headline: hush('line') })
  const event = await buildEvent(db, { name: 'Harbour Night', endsAt: NOW })
  for (const { id } of [ada, bela]) await buildCheckIn(db, { eventId: event.id, userId: id })
  const meeting = await buildMeeting(db, { eventId: event.id, between: [ada.id, bela.id] })
  const known = await buildContact(db, { ownerId: ada.id, userId: bela.id, name: hush('entry'), createdAt: new Date('2025-01-01') })
  await buildInteraction(db, { contactId: known.id, meetingId: meeting.id, note: hush('note'), myPromise: hush('mine'), theirPromise: hush('theirs') })
  await buildFollowUp(db, { contactId: known.id, eventId: event.id, draft: hush('draft') })
  const typed = await buildContact(db, { ownerId: ada.id, name: hush('typed'), createdAt: new Date('2025-01-01') })
  await buildFollowUp(db, { contactId: typed.id, about: hush('about'), dueOn: new Date('2026-11-19') })
  await buildUpdate(db, { userId: bela.id, readerIds: [ada.id], text: hush('update') })
  await buildUpdate(db, { userId: bela.id, eventId: event.id, text: hush('takeaway') })
  const introduce = { byId: bela.id, between: [ada.id, chioma.id] as const, one: { reason: hush('why') }, other: { reason: hush('why not') } }
  const proposed = await buildIntroduction(db, introduce)
  const connected = await buildIntroduction(db, {
    ...introduce,
    byId: (await buildUser(db, { name: hush('Dana') })).id,
    connectedAt: NOW,
    one: { ...introduce.one, answer: 'ACCEPTED', answeredAt: NOW, shares },
    other: { ...introduce.other, answer: 'ACCEPTED', answeredAt: NOW, shares },
  })
  const asked = await buildAsk(db, { byId: bela.id, text: hush('ask'), to: [ada.id] })
  const helped = await buildAsk(db, { byId: ada.id, text: hush('own ask'), shares, to: [bela.id] })
  await db.askRecipient.updateMany({ where: { askId: helped.id }, data: { answer: 'CAN_HELP', note: hush('help'), answeredAt: NOW, shares } })
  return { ada, bela, event, proposed, connected, asked, helped }
}

it('no private word of any kind of mail is read by the operator, and no link of theirs acts', async () => {
  const { ada, bela, event, proposed, connected, asked, helped } = await world()
  const to = { recipient: 'ada@example.org', userId: ada.id, expiresAt: minutesFromNow(60) }
  const mails: readonly NewMail[] = [
    { ...to, kind: 'DIGEST', subjectKey: 'a', props: { date: '2026-11-19' } },
    { ...to, kind: 'MORNING_AFTER', subjectKey: 'a', props: { eventId: event.id } },
    { ...to, kind: 'MORNING_AFTER', subjectKey: 'b', props: { eventId: event.id, reminder: true } },
    { ...to, kind: 'INTRODUCTION', subjectKey: 'a', props: { what: 'PROPOSED', introductionId: proposed.id } },
    { ...to, kind: 'INTRODUCTION', subjectKey: 'b', props: { what: 'CONNECTED', introductionId: connected.id } },
    { ...to, kind: 'INTRODUCTION', subjectKey: 'c', props: { what: 'ASKED', askId: asked.id } },
    { ...to, kind: 'INTRODUCTION', subjectKey: 'd', props: { what: 'HELPED', askId: helped.id, helperId: bela.id } },
  ]
  const known: readonly QueuedKind[] = [...mails.map(({ kind }) => kind), 'SIGN_IN', 'EVENT']
  expect([...new Set(known)].sort()).toEqual(Object.keys(MAIL_KINDS).sort())
  const operator = createCaller(buildContext(testDb(), viewerOf(await buildUser(testDb()), { operator: true })))
  for (const mail of mails) {
    const mailId = await queue(mail)
    const row = await testDb().outboxMail.findUniqueOrThrow({ where: { id: mailId } })
    const own = await mailContent(mailDeps(null), row)
    const label = JSON.stringify(mail.props)
    expect(own?.text, label).toContain('hush')
    const { subject, text } = await operator.mail.read({ mailId })
    expect(`${subject ?? ''} ${text ?? ''}`, label).toContain('somebody')
    expect(`${subject ?? ''} ${text ?? ''}`, label).not.toMatch(/hush|\/(follow-up|unsubscribe|mute|ask|introduction)\//)
  }
})
