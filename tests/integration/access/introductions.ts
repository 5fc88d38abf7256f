import { newId, randomText } from '@/server/lib/tokens'
import { personToken } from '@/server/services/introduction/person-link'
import { buildAsk, buildIntroduction, buildOwnPair } from '../../factories/introduction'
import { SECRET } from '../../factories/moment'
import { ANYBODY, type Entry, IN_THE_ROOM, PROVED, SIGNED_IN } from './rows'
import type { Actor, World } from './world'

/** The one who asks; a visitor is given somebody else's things. */
const idOf = (world: World, actor: Actor) => world.viewer(actor)?.userId ?? world.other.id

/** The actor and somebody else are brought together by the other person of this world. */
async function introduced(world: World, actor: Actor) {
  const { id } = await buildIntroduction(world.db, { between: [idOf(world, actor), (await buildOwnPair(world.db, world.other.id)).bela.id] })
  return { introductionId: id }
}

const made = async (world: World, actor: Actor) => ({
  introductionId: (await buildIntroduction(world.db, { byId: idOf(world, actor) })).id,
})

/** Two people whom the actor could bring together. */
async function pair(world: World, actor: Actor) {
  const { one, other } = await buildOwnPair(world.db, idOf(world, actor))
  return { one: { contactId: one.id }, otherContactId: other.id }
}

/** Both said yes three weeks ago and are asked what came of it. */
async function asked(world: World, actor: Actor) {
  const { introductionId } = await introduced(world, actor)
  const { createdAt } = await world.db.introduction.findUniqueOrThrow({ where: { id: introductionId } })
  await world.db.introduction.update({ where: { id: introductionId }, data: { connectedAt: createdAt } })
  await world.db.introductionSide.updateMany({ where: { introductionId }, data: { outcomeAskedAt: createdAt } })
  return { introductionId, outcome: 'IN_TOUCH' }
}

async function link(world: World) {
  const { introductionId } = await introduced(world, 'checkedIn')
  return { token: personToken(SECRET, 'introduction', introductionId, idOf(world, 'checkedIn')) }
}

const received = async (world: World, actor: Actor) => ({
  askId: (await buildAsk(world.db, { to: [idOf(world, actor)] })).id,
})

const own = async (world: World, actor: Actor) => ({ askId: (await buildAsk(world.db, { byId: idOf(world, actor) })).id })

async function askLink(world: World) {
  const { askId } = await received(world, 'checkedIn')
  return { token: personToken(SECRET, 'ask', askId, idOf(world, 'checkedIn')) }
}

const reply = { answer: 'DECLINED' }
const pass = { answer: 'PASSED' }

/** Introductions and asks. */
export const INTRODUCTIONS: Readonly<Record<string, Entry>> = {
  'ask.answer': { access: PROVED, input: async (world, actor) => ({ ...(await received(world, actor)), reply: pass }) },
  'ask.answerLink': { access: ANYBODY, input: async (world) => ({ ...(await askLink(world)), reply: pass }) },
  'ask.close': { access: PROVED, input: own },
  'ask.mine': { access: SIGNED_IN },
  'ask.put': {
    access: PROVED,
    input: () => ({ communityId: null, text: newId('ask'), details: { shareEmail: true, phone: '' }, nonce: randomText(24) }),
  },
  'ask.undo': { access: PROVED, input: received },
  'ask.undoLink': { access: ANYBODY, input: askLink },
  'ask.viewLink': { access: ANYBODY, input: askLink },
  'introduction.answer': { access: PROVED, input: async (world, actor) => ({ ...(await introduced(world, actor)), reply }) },
  'introduction.answerLink': { access: ANYBODY, input: async (world) => ({ ...(await link(world)), reply }) },
  'introduction.draft': { access: PROVED, input: pair },
  'introduction.given': { access: SIGNED_IN },
  'introduction.make': {
    access: PROVED,
    input: async (world, actor) => ({
      ...(await pair(world, actor)),
      reasonForOne: 'You both sail.',
      reasonForOther: 'You both sail.',
      nonce: randomText(24),
    }),
  },
  'introduction.mine': { access: SIGNED_IN },
  'introduction.pairs': { access: IN_THE_ROOM, input: ({ eventId }) => ({ eventId }) },
  'introduction.people': { access: PROVED },
  'introduction.sayOutcome': { access: PROVED, input: asked },
  'introduction.undo': { access: PROVED, input: introduced },
  'introduction.undoLink': { access: ANYBODY, input: link },
  'introduction.viewLink': { access: ANYBODY, input: link },
  'introduction.withdraw': { access: PROVED, input: made },
}
