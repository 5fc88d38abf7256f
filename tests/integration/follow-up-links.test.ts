import { beforeEach, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/(attendee)/follow-up/[token]/route'
import { createCaller } from '@/server/api/root'
import { followUpToken, type FollowUpAction } from '@/server/services/follow-up/follow-up-token'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildMeeting } from '../factories/evening'
import { NOW, SECRET } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { testClock } from '../support/mail'
import { post, useRuntime, visit } from '../support/token-pages'

const PATH = '/follow-up'
const DAY_MS = 86_400_000
const clock = testClock()

beforeEach(() => {
  clock.at = NOW
  useRuntime(clock)
})

/** Cleo met Bela, keeps a note about it, and has an open prompt since the morning after. */
async function prompt(build: typeof buildUser = buildUser) {
  const db = testDb()
  const event = await buildEvent(db)
  const owner = await build(db, { name: 'Cleo' })
  const bela = await buildUser(db, { name: 'Bela' })
  const meeting = await buildMeeting(db, { eventId: event.id, between: [owner.id, bela.id] })
  const contact = await buildContact(db, { ownerId: owner.id, userId: bela.id, name: 'Bela <b>Novak</b>' })
  await buildInteraction(db, { contactId: contact.id, meetingId: meeting.id, note: 'keeps bees' })
  const followUp = await buildFollowUp(db, {
    contactId: contact.id,
    eventId: event.id,
    dueOn: new Date('2026-11-20'),
    draft: 'Good to have met you.',
  })
  const token = (action: FollowUpAction, ownerId = owner.id) =>
    followUpToken(SECRET, { followUpId: followUp.id, ownerId, action }, NOW)
  const state = async () => {
    const row = await db.followUp.findUniqueOrThrow({ where: { id: followUp.id } })
    const wrote = await db.interaction.count({ where: { contactId: contact.id, kind: 'WROTE' } })
    return { state: row.state, dueOn: row.dueOn.toISOString().slice(0, 10), wrote }
  }
  return { event, owner, bela, meeting, followUp, token, state }
}

const OPEN = { state: 'OPEN', dueOn: '2026-11-20', wrote: 0 }

describe('opening a link', () => {
  it.each(['done', 'later', 'not-needed'] as const)('%s: shows who and what, and changes nothing', async (action) => {
    const { bela, token, state } = await prompt()
    const page = await visit(GET, PATH, token(action))
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    const text = await page.text()
    expect(text).toContain('Bela &lt;b&gt;Novak&lt;/b&gt;')
    expect(text).toContain('keeps bees')
    expect(text).toContain('Good to have met you.')
    expect(text).not.toContain(bela.email)
    expect(await state()).toEqual(OPEN)
  })
})

describe('acting', () => {
  it('done: writes down that one was in touch, once', async () => {
    const { token, state } = await prompt()
    for (let time = 0; time < 3; time++) expect((await post(POST, PATH, token('done'))).status).toBe(200)
    expect(await state()).toEqual({ state: 'DONE', dueOn: '2026-11-20', wrote: 1 })
  })

  it('done, many times at once: once', async () => {
    const { token, state } = await prompt()
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(POST, PATH, token('done'))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(await state()).toEqual({ state: 'DONE', dueOn: '2026-11-20', wrote: 1 })
  })

  it('later: three local days from today, however often on that day', async () => {
    const { token, state } = await prompt()
    clock.at = new Date('2026-11-20T08:00:00Z')
    await post(POST, PATH, token('later'))
    const page = await post(POST, PATH, token('later'))
    expect(await page.text()).toContain('Monday, November 23, 2026')
    expect(await state()).toEqual({ state: 'LATER', dueOn: '2026-11-23', wrote: 0 })
    clock.at = new Date('2026-11-23T08:00:00Z')
    await post(POST, PATH, token('later'))
    expect(await state()).toEqual({ state: 'LATER', dueOn: '2026-11-26', wrote: 0 })
  })

  it('not needed: ends it', async () => {
    const { token, state } = await prompt()
    await post(POST, PATH, token('not-needed'))
    expect(await state()).toEqual({ state: 'NOT_NEEDED', dueOn: '2026-11-20', wrote: 0 })
  })

  it('a second thought takes the place of the first', async () => {
    const { token, state } = await prompt()
    await post(POST, PATH, token('done'))
    await post(POST, PATH, token('not-needed'))
    expect(await state()).toEqual({ state: 'NOT_NEEDED', dueOn: '2026-11-20', wrote: 0 })
  })

  it.each(['done', 'later', 'not-needed'] as const)('%s can be taken back, more than once', async (action) => {
    const { token, state } = await prompt()
    const page = await post(POST, PATH, token(action))
    expect(await page.text()).toContain('name="undo"')
    for (let time = 0; time < 2; time++) {
      expect((await post(POST, PATH, token(action), 'undo=1')).status).toBe(200)
      expect(await state()).toEqual(OPEN)
    }
  })

  it('undo of one link leaves alone what another one did since', async () => {
    const { token, state } = await prompt()
    await post(POST, PATH, token('later'))
    await post(POST, PATH, token('done'))
    await post(POST, PATH, token('later'), 'undo=1')
    expect((await state()).state).toBe('DONE')
  })

  it.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x', ''])(
    'a body of type %j is refused',
    async (type) => {
      const { token, state } = await prompt()
      expect((await post(POST, PATH, token('done'), 'x', type)).status).toBe(415)
      expect(await state()).toEqual(OPEN)
    },
  )
})

describe('a token', () => {
  it('of another person, action, key or shape is 404 and does nothing', async () => {
    const { bela, owner, token, state } = await prompt()
    const { token: theirs } = await prompt()
    const good = token('done')
    const forged = [
      'nonsense',
      token('done', bela.id),
      good.replace('.done.', '.later.'),
      good.replace(/^[^.]+/, theirs('done').split('.')[0] ?? ''),
      good.replace(/^([^.]+\.[^.]+)\.[^.]+/, '$1.zzzzzz'),
      good.slice(0, -1),
      followUpToken('another secret of thirty-two characters', { followUpId: 'fol_x', ownerId: owner.id, action: 'done' }, NOW),
    ]
    for (const bad of forged) {
      expect((await visit(GET, PATH, bad)).status, bad).toBe(404)
      const answer = await post(POST, PATH, bad)
      expect(answer.status, bad).toBe(404)
      expect(await answer.text()).toContain('<p role="alert">')
    }
    expect(await state()).toEqual(OPEN)
  })

  it('works for thirty days and then is 410 with a sentence', async () => {
    const { token, state } = await prompt()
    clock.at = new Date(NOW.getTime() + 30 * DAY_MS - 1000)
    expect((await visit(GET, PATH, token('done'))).status).toBe(200)
    clock.at = new Date(NOW.getTime() + 30 * DAY_MS)
    expect((await visit(GET, PATH, token('done'))).status).toBe(410)
    const answer = await post(POST, PATH, token('done'))
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('thirty days')
    expect(await state()).toEqual(OPEN)
  })
})

describe('after a door guest’s evening was kept', () => {
  /** The owner of Cleo's prompt was a door guest; somebody with that address says 'this was me'. */
  async function kept() {
    const db = testDb()
    const mailed = await prompt(buildDoorGuest)
    const keeper = await buildUser(db, { email: mailed.owner.doorEmail, name: 'Cleo' })
    const keep = () => createCaller(buildContext(db, viewerOf(keeper))).claim.keep({ guestId: mailed.owner.id })
    return { ...mailed, db, keeper, keep }
  }

  it.each([
    ['done', 'DONE'],
    ['later', 'LATER'],
    ['not-needed', 'NOT_NEEDED'],
  ] as const)('%s works, and can be taken back', async (action, becomes) => {
    const { token, state, keep } = await kept()
    await keep()
    expect((await visit(GET, PATH, token(action))).status).toBe(200)
    expect((await post(POST, PATH, token(action))).status).toBe(200)
    expect((await state()).state).toBe(becomes)
    expect((await post(POST, PATH, token(action), 'undo=1')).status).toBe(200)
    expect(await state()).toEqual(OPEN)
  })

  it('a link made since works as well; one of somebody else, or after thirty days, does not', async () => {
    const { bela, keeper, token, keep } = await kept()
    await keep()
    expect((await visit(GET, PATH, token('done', keeper.id))).status).toBe(200)
    expect((await post(POST, PATH, token('done', bela.id))).status).toBe(404)
    clock.at = new Date(NOW.getTime() + 30 * DAY_MS)
    expect((await post(POST, PATH, token('done'))).status).toBe(410)
  })

  it.each(['OPEN', 'DONE'] as const)('links of two prompts that became one both act on it (the guest’s was %s)', async (before) => {
    const { db, event, bela, keeper, followUp, token, keep } = await kept()
    const contact = await buildContact(db, { ownerId: keeper.id, userId: bela.id })
    const twin = await buildFollowUp(db, { contactId: contact.id, eventId: event.id })
    if (before === 'DONE') await post(POST, PATH, token('done'))
    await keep()
    expect(await db.followUp.findMany()).toMatchObject([{ ownerId: keeper.id, contactId: contact.id, state: before }])
    const own = followUpToken(SECRET, { followUpId: twin.id, ownerId: keeper.id, action: 'not-needed' }, NOW)
    for (const [link, becomes] of [[token('done'), 'DONE'], [own, 'NOT_NEEDED']] as const) {
      expect((await post(POST, PATH, link)).status).toBe(200)
      expect(await db.followUp.findMany()).toMatchObject([{ state: becomes }])
    }
    expect(await db.interaction.count({ where: { kind: 'WROTE' } })).toBe(0)
    expect([followUp.id, twin.id]).toContain((await db.followUp.findFirstOrThrow()).id)
  })
})
