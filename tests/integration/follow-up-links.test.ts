import { beforeEach, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/(attendee)/follow-up/[token]/route'
import { followUpToken, type FollowUpAction } from '@/server/services/follow-up/follow-up-token'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildMeeting } from '../factories/evening'
import { NOW, SECRET } from '../factories/moment'
import { buildUser } from '../factories/user'
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
async function prompt() {
  const db = testDb()
  const event = await buildEvent(db)
  const owner = await buildUser(db, { name: 'Cleo' })
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
  return { owner, bela, token, state }
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
