import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId, randomText } from '@/server/lib/tokens'
import { buildContact } from './contact'
import { NOW } from './moment'
import { buildUser } from './user'

const daysFromNow = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

/** What an introduction may be built with: the two in any order, each side's columns by their place. */
export interface IntroductionOverrides extends Partial<Omit<Prisma.IntroductionUncheckedCreateInput, 'aId' | 'bId' | 'sides'>> {
  readonly between?: readonly [string, string]
  readonly one?: Partial<Prisma.IntroductionSideUncheckedCreateInput>
  readonly other?: Partial<Prisma.IntroductionSideUncheckedCreateInput>
}

/** An introduction of two people that waits for both, made at {@link NOW}. */
export async function buildIntroduction(db: Db, { between, one = {}, other = {}, ...rest }: IntroductionOverrides = {}) {
  const [first, second] = between ?? [(await buildUser(db)).id, (await buildUser(db)).id]
  const [aId, bId] = first < second ? [first, second] : [second, first]
  const byId = rest.byId ?? (await buildUser(db)).id
  const times = { createdAt: NOW, expiresAt: daysFromNow(30) }
  const row = await db.introduction.create({ data: { id: newId('introduction'), nonce: randomText(24), ...times, ...rest, byId, aId, bId } })
  const introductionId = row.id
  await db.introductionSide.create({ data: { reason: 'You both sail.', ...one, introductionId, userId: first } })
  await db.introductionSide.create({ data: { reason: 'You both sail.', ...other, introductionId, userId: second } })
  return row
}

/** An ask of somebody's that went to these people, none of whom has answered. */
export async function buildAsk(
  db: Db,
  { to = [], ...rest }: Partial<Prisma.AskUncheckedCreateInput> & { readonly to?: readonly string[] } = {},
) {
  const byId = rest.byId ?? (await buildUser(db)).id
  const times = { createdAt: NOW, expiresAt: daysFromNow(14) }
  const ask = await db.ask.create({
    data: { id: newId('ask'), text: 'repair an old piano', nonce: randomText(24), ...times, ...rest, byId },
  })
  await db.askRecipient.createMany({ data: to.map((userId) => ({ askId: ask.id, userId, reasons: [{ code: 'youOffer' }] })) })
  return ask
}

/** Two of somebody's own people, who are members with a proved address. */
export async function buildOwnPair(db: Db, ownerId: string, names: readonly [string, string] = ['Bela Novak', 'Chioma Obi']) {
  const [bela, chioma] = [await buildUser(db, { name: names[0] }), await buildUser(db, { name: names[1] })]
  const one = await buildContact(db, { ownerId, userId: bela.id, name: names[0] })
  const other = await buildContact(db, { ownerId, userId: chioma.id, name: names[1] })
  return { bela, chioma, one, other }
}
