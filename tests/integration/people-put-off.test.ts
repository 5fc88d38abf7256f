import { expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildContact, buildFollowUp } from '../factories/contact'
import { buildContext } from '../factories/context'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

async function owner() {
  const user = await buildUser(db)
  return { user, caller: createCaller(buildContext(db, viewerOf(user))) }
}

it('has a prompt due again when its contact is no longer put off, as Today does', async () => {
  const { user, caller } = await owner()
  const contact = await buildContact(db, { ownerId: user.id })
  const { date } = await caller.today.mine({})
  const { id } = await buildFollowUp(db, { contactId: contact.id, dueOn: new Date(`${date}T00:00:00Z`) })
  const prompt = () => db.followUp.findUniqueOrThrow({ where: { id }, select: { state: true, dueOn: true, putOffFrom: true } })
  const before = await prompt()
  await caller.today.putOff({ contactId: contact.id, until: 'next-week' })
  expect((await prompt()).state).toBe('LATER')
  await caller.contact.liftPutOff({ contactId: contact.id })
  expect(await prompt()).toEqual(before)
  expect((await caller.today.mine({})).due.map(({ contactId }) => contactId)).toContain(contact.id)
})

it('gives the card of anybody in the list, due or not', async () => {
  const { user, caller } = await owner()
  const contact = await buildContact(db, { ownerId: user.id, name: 'Sami' })
  await caller.contact.setFields({ contactId: contact.id, fields: [{ kind: 'EMAIL', value: 'sami@example.org' }] })
  const card = await caller.today.card({ contactId: contact.id })
  expect(card).toMatchObject({ name: 'Sami', emails: ['sami@example.org'] })
  expect(card.draft.text).toContain('Sami')
})

it('keeps a birthday as people write it, and refuses what is no date', async () => {
  const { user, caller } = await owner()
  const { id: contactId } = await buildContact(db, { ownerId: user.id })
  const born = async (birthday: string) => {
    await caller.contact.edit({ contactId, name: 'Grace', birthday })
    return (await caller.contact.show({ contactId })).birthday
  }
  expect(await born('9 December 1906')).toBe('1906-12-09')
  expect(await born('December 9')).toBe('--12-09')
  await expect(born('some day')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await born('')).toBeNull()
})
