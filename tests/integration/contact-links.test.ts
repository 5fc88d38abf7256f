import { beforeEach, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/(attendee)/follow-up/[token]/route'
import { followUpToken, type FollowUpAction } from '@/server/services/follow-up/follow-up-token'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { NOW, SECRET } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { testClock } from '../support/mail'
import { post, useRuntime, visit } from '../support/token-pages'

const PATH = '/follow-up'
const clock = testClock()

beforeEach(() => {
  clock.at = NOW
  useRuntime(clock)
})

/** Ada last wrote to Bela a year ago, and wanted to ask something today. */
async function due() {
  const db = testDb()
  const owner = await buildUser(db, { timeZone: 'Europe/Berlin' })
  const contact = await buildContact(db, { ownerId: owner.id, name: 'Bela' })
  await buildInteraction(db, { contactId: contact.id, kind: 'WROTE', at: new Date('2025-11-01'), note: 'keeps bees' })
  await buildFollowUp(db, { contactId: contact.id, createdAt: new Date('2026-11-01') })
  const token = (action: FollowUpAction, ownerId = owner.id) => followUpToken(SECRET, { contactId: contact.id, ownerId, action }, clock.at)
  const state = async () => {
    const row = await db.contact.findUniqueOrThrow({ where: { id: contact.id }, include: { followUps: true } })
    return {
      wrote: await db.interaction.count({ where: { contactId: contact.id } }),
      snoozed: row.snoozedUntil?.toISOString().slice(0, 10) ?? null,
      skipped: row.skippedAt !== null,
      prompt: row.followUps[0]?.state,
    }
  }
  return { token, state }
}

const BEFORE = { wrote: 1, snoozed: null, skipped: false, prompt: 'OPEN' }
const AFTER = {
  done: { ...BEFORE, wrote: 2, prompt: 'DONE' },
  later: { ...BEFORE, snoozed: '2026-11-22', prompt: 'LATER' },
  'not-needed': { ...BEFORE, skipped: true, prompt: 'NOT_NEEDED' },
} as const

describe.each(['done', 'later', 'not-needed'] as const)('%s', (action) => {
  it('shows on GET and changes nothing; acts on POST, once; is taken back, more than once', async () => {
    const { token, state } = await due()
    const link = token(action)
    const page = await visit(GET, PATH, link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('keeps bees')
    expect(await state()).toEqual(BEFORE)
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(POST, PATH, link)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await state()).toEqual(AFTER[action])
    for (let time = 0; time < 2; time++) {
      expect((await post(POST, PATH, link, 'undo=1')).status).toBe(200)
      expect(await state()).toEqual(BEFORE)
    }
  })
})

it('done in two digests is twice in touch', async () => {
  const { token, state } = await due()
  await post(POST, PATH, token('done'))
  clock.at = new Date('2026-12-01T08:00:00Z')
  await post(POST, PATH, token('done'))
  expect((await state()).wrote).toBe(3)
})

it('a token of another person, or whose action was changed, is 404; after thirty days 410', async () => {
  const { token, state } = await due()
  const other = await buildUser(testDb())
  const good = token('done')
  for (const bad of [token('done', other.id), good.replace('.done.', '.later.'), `${good}x`]) {
    expect((await post(POST, PATH, bad)).status).toBe(404)
  }
  clock.at = new Date(NOW.getTime() + 30 * 86_400_000)
  expect((await post(POST, PATH, good)).status).toBe(410)
  expect(await state()).toEqual(BEFORE)
})
