import { describe, expect, it } from 'vitest'
import { missPeople } from '@/server/services/my-circle/act-on-audit'
import { auditDue } from '@/server/services/my-circle/audit-due'
import { newId, randomText } from '@/server/lib/tokens'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildBlock } from '../factories/evening'
import { NOW } from '../factories/moment'
import { giveInterests } from '../factories/profile'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

/** Somebody with so many people, written down so many days ago. */
async function ownerOf(count: number, ago: number) {
  const db = testDb()
  const owner = await buildUser(db, { timeZone: 'Europe/Berlin' })
  for (let index = 0; index < count; index += 1) await buildContact(db, { ownerId: owner.id, createdAt: daysAgo(ago) })
  return owner
}

/** An entry with interactions so many days ago. */
async function known(ownerId: string, name: string, ...ago: readonly number[]) {
  const contact = await buildContact(testDb(), { ownerId, name })
  for (const days of ago) await buildInteraction(testDb(), { contactId: contact.id, kind: 'WROTE', at: daysAgo(days) })
  return contact
}

const stepOf = async (owner: Awaited<ReturnType<typeof buildUser>>, step: 'missed' | 'introduce' | 'quiet') => callerOf(testDb(), owner).myCircle.audit({ step })

describe('when the audit is offered', () => {
  it('is a quarter after the first of eight people, and never before', async () => {
    const [few, young, due] = [await ownerOf(7, 200), await ownerOf(8, 80), await ownerOf(8, 100)]
    expect(await Promise.all([few, young, due].map(({ id }) => auditDue(testDb(), id, NOW)))).toEqual([false, false, true])
  })

  it('is put off by a quarter when it was gone through, or not wanted', async () => {
    const owner = await ownerOf(8, 100)
    await callerOf(testDb(), owner).myCircle.settleAudit()
    const dueIn = (days: number) => auditDue(testDb(), owner.id, daysAgo(-days))
    // From 19 November to 19 February.
    expect([await dueIn(0), await dueIn(91), await dueIn(92)]).toEqual([false, false, true])
    expect(await callerOf(testDb(), owner).myCircle.auditDue()).toBe(false)
    expect(await callerOf(testDb(), owner, { now: daysAgo(-92) }).myCircle.auditDue()).toBe(true)
  })
})

describe('who may be missed', () => {
  it('is who went silent, those first with whom there was the most', async () => {
    const owner = await buildUser(testDb())
    await known(owner.id, 'In touch', 5, 200, 300, 400)
    await known(owner.id, 'Once, long ago', 500)
    await known(owner.id, 'Old friend', 120, 130, 140)
    await known(owner.id, 'Never')
    expect(await stepOf(owner, 'missed')).toMatchObject({ people: [{ name: 'Old friend' }, { name: 'Once, long ago' }] })
  })

  it('gets one prompt for today, however often and at the same time it is said', async () => {
    const owner = await buildUser(testDb(), { timeZone: 'Pacific/Kiritimati' })
    const [a, b] = [await known(owner.id, 'A', 200), await known(owner.id, 'B', 200)]
    const caller = callerOf(testDb(), owner)
    await Promise.all(Array.from({ length: 8 }, () => caller.myCircle.miss({ contactIds: [b.id, a.id] })))
    const prompts = await testDb().followUp.findMany({ orderBy: { contactId: 'asc' } })
    expect(prompts.map(({ contactId }) => contactId)).toEqual([a.id, b.id].sort())
    expect(prompts[0]).toMatchObject({ ownerId: owner.id, eventId: null, state: 'OPEN', about: 'You said that you would miss them.' })
    // On the owner's calendar it is tomorrow already.
    expect(prompts[0]?.dueOn.toISOString().slice(0, 10)).toBe('2026-11-20')
  })

  it('waits for another who says the same, and then adds nothing', async () => {
    const db = testDb()
    const owner = await buildUser(db)
    const { id } = await known(owner.id, 'A', 200)
    const miss = { ownerId: owner.id, contactIds: [id], now: NOW, locale: 'en' } as const
    let settled = false
    const waits = async () =>
      Number((await db.$queryRaw<[{ count: bigint }]>`
        SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)[0].count) > 0
    const second = await db.$transaction(async (tx) => {
      await missPeople(tx, miss)
      const other = callerOf(db, owner).myCircle.miss({ contactIds: [id] }).finally(() => {
        settled = true
      })
      // Until it stands at the lock, or is done because there is none.
      while (!settled && !(await waits()));
      return { other }
    })
    await second.other
    expect(await db.followUp.count()).toBe(1)
  })

  it('is refused as a whole for more than three, or for another’s', async () => {
    const [owner, other] = [await buildUser(testDb()), await buildUser(testDb())]
    const caller = callerOf(testDb(), owner)
    const own = await Promise.all(['A', 'B', 'C', 'D'].map((name) => known(owner.id, name, 200)))
    const theirs = await known(other.id, 'Theirs', 200)
    await expect(caller.myCircle.miss({ contactIds: own.map(({ id }) => id) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    for (const act of ['miss', 'quiet'] as const) {
      const contactIds = [own[0]?.id ?? '', theirs.id]
      await expect(caller.myCircle[act]({ contactIds })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await testDb().followUp.count()).toBe(0)
    expect(await testDb().contact.count({ where: { cadence: 'NONE' } })).toBe(0)
    expect(await caller.myCircle.changed({ missed: [theirs.id], quiet: [theirs.id] })).toEqual({ missed: [], quiet: [] })
  })
})

describe('who could know each other', () => {
  it('is two members who show the same and whom nothing ties, each once', async () => {
    const db = testDb()
    const owner = await buildUser(db)
    const member = async (name: string, interests: readonly string[], overrides: { readonly organization?: string } = {}) => {
      const user = await buildUser(db, { name })
      await giveInterests(db, user.id, interests)
      await buildContact(db, { ownerId: owner.id, userId: user.id, name, ...overrides })
      return user
    }
    const [a, b] = [await member('A', ['bees'], { organization: 'Acme' }), await member('B', ['bees'], { organization: 'acme' })]
    await buildContact(db, { ownerId: owner.id, name: 'No member', tags: ['bees'] })
    expect(await stepOf(owner, 'introduce')).toEqual({ step: 'introduce', pairs: [] })
    const c = await member('C', ['bees'])
    const found = await stepOf(owner, 'introduce')
    expect(found.step === 'introduce' && found.pairs.map((pair) => [pair.topic, [pair.a.name, pair.b.name].includes('C')])).toEqual([['bees', true]])
    // Proposed once, whatever became of it, they are not proposed again.
    for (const user of [a, b]) {
      const [aId = '', bId = ''] = [user.id, c.id].sort()
      await db.introduction.create({ data: { id: newId('introduction'), byId: owner.id, aId, bId, nonce: randomText(20), createdAt: NOW, expiresAt: NOW } })
    }
    expect(await stepOf(owner, 'introduce')).toMatchObject({ pairs: [] })
  })
})

describe('who needs no reminders', () => {
  it('is offered by how long they are due, and then has none; a block takes them out', async () => {
    const owner = await buildUser(testDb())
    const member = await buildUser(testDb())
    const [old, older] = [await known(owner.id, 'Old', 200), await known(owner.id, 'Older', 400)]
    await known(owner.id, 'Recent', 5)
    await testDb().contact.update({ where: { id: older.id }, data: { userId: member.id } })
    expect(await stepOf(owner, 'quiet')).toMatchObject({ people: [{ name: 'Older' }, { name: 'Old' }] })
    const caller = callerOf(testDb(), owner)
    await caller.myCircle.quiet({ contactIds: [old.id] })
    expect(await stepOf(owner, 'quiet')).toMatchObject({ people: [{ name: 'Older' }] })
    expect(await caller.myCircle.changed({ missed: [old.id], quiet: [old.id, older.id] })).toEqual({ missed: [], quiet: [{ contactId: old.id, name: 'Old' }] })
    await buildBlock(testDb(), { blockerId: owner.id, blockedId: member.id })
    await expect(caller.myCircle.quiet({ contactIds: [older.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await stepOf(owner, 'quiet')).toMatchObject({ people: [] })
  })
})

describe('the rhythm', () => {
  it('is that of everybody for whom nothing else was said', async () => {
    const owner = await buildUser(testDb())
    const caller = callerOf(testDb(), owner)
    expect(await caller.myCircle.audit({ step: 'rhythm' })).toEqual({ step: 'rhythm', cadence: 'QUARTERLY' })
    await caller.myCircle.rhythm({ cadence: 'MONTHLY' })
    expect(await caller.myCircle.audit({ step: 'rhythm' })).toEqual({ step: 'rhythm', cadence: 'MONTHLY' })
  })
})
