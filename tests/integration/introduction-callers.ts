import { createCaller } from '@/server/api/root'
import { buildContext } from '../factories/context'
import { buildOwnPair } from '../factories/introduction'
import { NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const DAY_MS = 86_400_000
export const daysOn = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

/** Somebody with a proved address, and the procedures as they call them at a moment. */
export async function buildPerson(name: string) {
  const user = await buildUser(testDb(), { name })
  return { ...user, at: (now = NOW) => createCaller(buildContext(testDb(), viewerOf(user), { now })) }
}
export type TestPerson = Awaited<ReturnType<typeof buildPerson>>

/** Ada knows Bela and Chioma, who do not know each other. */
export async function buildThree() {
  const [ada, bela, chioma] = [await buildPerson('Ada Example'), await buildPerson('Bela Novak'), await buildPerson('Chioma Obi')]
  const db = testDb()
  const one = await db.contact.create({ data: contact(ada.id, bela) })
  const other = await db.contact.create({ data: contact(ada.id, chioma) })
  const nonce = `nonce-of-${ada.id}`
  const wanted = { one: { contactId: one.id }, otherContactId: other.id, reasonForOne: 'She builds boats.', reasonForOther: 'He sails alone.', nonce }
  const make = (overrides: Partial<typeof wanted> = {}, now = NOW) => ada.at(now).introduction.make({ ...wanted, ...overrides })
  return { db, ada, bela, chioma, one, other, wanted, make, anotherPair: () => buildOwnPair(db, ada.id) }
}

function contact(ownerId: string, { id, name }: { readonly id: string; readonly name: string }) {
  return { id: `con_${id.slice(4)}`, ownerId, userId: id, name, createdAt: NOW }
}

export const YES = { answer: 'ACCEPTED', shareEmail: true, phone: '+49 30 1234567' } as const
export const NO = { answer: 'DECLINED' } as const
