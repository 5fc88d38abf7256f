import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { newId } from '@/server/lib/tokens'
import { mergeContacts } from '@/server/services/contact/merge-contacts'
import { putFields } from '@/server/services/contact/put-fields'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { buildMeeting } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

/** Everything that hangs on anybody's entries, in a fixed order. */
async function everything() {
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    contacts: sorted(await db.contact.findMany()),
    interactions: sorted(await db.interaction.findMany()),
    followUps: sorted(await db.followUp.findMany()),
    fields: sorted(await db.contactField.findMany()),
    groups: sorted(await db.contactGroupMember.findMany()),
    apart: sorted(await db.contactsApart.findMany()),
    importRows: sorted(await db.importRow.findMany()),
    former: sorted(await db.formerId.findMany()),
    earlierMerges: sorted(await db.contactMerge.findMany({ where: { NOT: { reasons: { equals: ['now'] } } } })),
  }
}

const words = fc.record({
  name: fc.constantFrom('Ada', 'Ada Lovelace', ''),
  organization: fc.constantFrom('', 'Engines Ltd', 'Mills'),
  title: fc.constantFrom('', 'Analyst'),
  about: fc.constantFrom('', 'Likes bees', 'x'.repeat(3_000)),
  birthday: fc.constantFrom(null, '--12-10', '1815-12-10'),
  tags: fc.uniqueArray(fc.constantFrom('chess', 'bees', 'maths')),
  source: fc.constantFrom('IMPORT' as const, 'HAND' as const, 'MEETING' as const),
  cadence: fc.constantFrom(null, 'MONTHLY' as const, 'NONE' as const),
  snoozed: fc.option(fc.integer({ min: -500, max: 500 })),
  skipped: fc.option(fc.integer({ min: -500, max: 500 })),
  made: fc.integer({ min: -5_000, max: 0 }),
})
const side = fc.record({
  words,
  emails: fc.uniqueArray(fc.constantFrom('a@x.org', 'b@x.org', 'c@x.org')),
  groups: fc.uniqueArray(fc.constantFrom(0, 1, 2)),
  notes: fc.array(fc.constantFrom('one', 'two', 'y'.repeat(1_500)), { maxLength: 3 }),
  meeting: fc.option(fc.record({ note: fc.constantFrom('', 'met', 'z'.repeat(1_800)), promise: fc.constantFrom('', 'a book'), kept: fc.boolean() })),
  prompt: fc.option(fc.constantFrom('OPEN' as const, 'DONE' as const, 'LATER' as const)),
  apart: fc.boolean(),
  imported: fc.boolean(),
})
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never

async function world() {
  const owner = await buildUser(db)
  const member = await buildUser(db)
  const event = await buildEvent(db, { startsAt: minutesFromNow(-300), endsAt: minutesFromNow(-100) })
  const meeting = await buildMeeting(db, { eventId: event.id, between: [owner.id, member.id] })
  const third = await buildContact(db, { ownerId: owner.id, name: 'Third' })
  const run = await db.importRun.create({ data: { id: newId('importRun'), ownerId: owner.id, format: 'CSV', fileName: 'x.csv', rows: 9, createdAt: NOW } })
  const groups = ['A', 'B', 'C'].map((name) => ({ id: newId('contactGroup'), ownerId: owner.id, name, createdAt: NOW }))
  await db.contactGroup.createMany({ data: groups })
  return { owner, event, meeting, third, run, groups }
}

async function write(w: Awaited<ReturnType<typeof world>>, of: Side, line: number) {
  const { snoozed, skipped, made, ...row } = of.words
  const contact = await buildContact(db, {
    ...row,
    ownerId: w.owner.id,
    createdAt: minutesFromNow(made),
    ...(snoozed === null ? {} : { snoozedAt: minutesFromNow(snoozed), snoozedUntil: new Date('2026-12-01') }),
    ...(skipped === null ? {} : { skippedAt: minutesFromNow(skipped) }),
  })
  const contactId = contact.id
  await putFields(db, { contactId, fields: of.emails.map((value) => ({ kind: 'EMAIL', value })), now: NOW })
  const groupIds = of.groups.flatMap((at) => w.groups[at]?.id ?? [])
  await db.contactGroupMember.createMany({ data: groupIds.map((groupId) => ({ groupId, contactId })) })
  for (const note of of.notes) await buildInteraction(db, { contactId, kind: 'NOTE', note, nonce: note.slice(0, 3) + String(of.notes.indexOf(note)) }).catch(() => undefined)
  if (of.meeting) {
    const { note, promise, kept } = of.meeting
    await buildInteraction(db, { contactId, meetingId: w.meeting.id, note, myPromise: promise, myPromiseKeptAt: kept ? NOW : null })
  }
  if (of.prompt) await buildFollowUp(db, { contactId, eventId: w.event.id, state: of.prompt, actedAt: of.prompt === 'OPEN' ? null : NOW })
  if (of.apart) {
    const [aId, bId] = [contactId, w.third.id].sort()
    if (aId && bId) await db.contactsApart.create({ data: { aId, bId } })
  }
  if (of.imported) await db.importRow.create({ data: { runId: w.run.id, line, contactId } })
  return contact
}

describe('merging two entries', () => {
  it('and taking it back leaves all as it was', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, async (one, two) => {
        const w = await world()
        const [keep, gone] = [await write(w, one, 1), await write(w, two, 2)]
        const caller = createCaller(buildContext(db, viewerOf(w.owner)))
        const before = await everything()

        const merge = { ownerId: w.owner.id, keepId: keep.id, goneId: gone.id, reasons: ['now'], now: NOW, locale: 'en' as const }
        const mergeId = await db.$transaction((tx) => mergeContacts(tx, merge))
        expect(await db.contact.count({ where: { id: gone.id } })).toBe(0)
        const emails = await db.contactField.findMany({ where: { contactId: keep.id } })
        expect(emails.map(({ key }) => key).sort()).toEqual([...new Set([...one.emails, ...two.emails])].sort())
        await caller.duplicate.undo({ mergeId })

        expect(await everything()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('leaves what was written and changed since with the entry that stayed', async () => {
    const owner = await buildUser(db)
    const [keep, gone] = [await buildContact(db, { ownerId: owner.id, name: 'Ada' }), await buildContact(db, { ownerId: owner.id, name: 'Ada L', organization: 'Mills' })]
    const old = await buildInteraction(db, { contactId: gone.id, kind: 'NOTE', note: 'old' })
    const caller = createCaller(buildContext(db, viewerOf(owner)))
    const { mergeId } = await caller.duplicate.merge({ keepId: keep.id, goneId: gone.id })
    const fresh = await buildInteraction(db, { contactId: keep.id, kind: 'NOTE', note: 'since' })
    await db.contact.update({ where: { id: keep.id }, data: { title: 'Countess' } })

    await caller.duplicate.undo({ mergeId })
    await caller.duplicate.undo({ mergeId })

    expect(await db.contact.findUniqueOrThrow({ where: { id: keep.id } })).toMatchObject({ title: 'Countess', organization: '' })
    expect(await db.interaction.findMany({ orderBy: { note: 'asc' } })).toMatchObject([
      { id: old.id, contactId: gone.id },
      { id: fresh.id, contactId: keep.id },
    ])
  })

  it('keeps a member’s entry, whichever was named, and never makes one of two members', async () => {
    const owner = await buildUser(db)
    const [one, two] = [await buildUser(db), await buildUser(db)]
    const plain = await buildContact(db, { ownerId: owner.id })
    const linked = await buildContact(db, { ownerId: owner.id, userId: one.id })
    const other = await buildContact(db, { ownerId: owner.id, userId: two.id })
    const caller = createCaller(buildContext(db, viewerOf(owner)))
    await caller.duplicate.merge({ keepId: plain.id, goneId: linked.id })
    expect((await db.contact.findMany({ where: { ownerId: owner.id } })).map(({ id }) => id).sort()).toEqual([linked.id, other.id].sort())
    await expect(caller.duplicate.merge({ keepId: linked.id, goneId: other.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is taken back from the last one to the first', async () => {
    const owner = await buildUser(db)
    const [a, b, c] = [await buildContact(db, { ownerId: owner.id }), await buildContact(db, { ownerId: owner.id }), await buildContact(db, { ownerId: owner.id })]
    const caller = createCaller(buildContext(db, viewerOf(owner)))
    const first = await caller.duplicate.merge({ keepId: b.id, goneId: c.id })
    const second = await caller.duplicate.merge({ keepId: a.id, goneId: b.id })
    await expect(caller.duplicate.undo(first)).rejects.toMatchObject({ code: 'CONFLICT' })
    await caller.duplicate.undo(second)
    await caller.duplicate.undo(first)
    expect(await db.contact.count({ where: { ownerId: owner.id } })).toBe(3)
  })

  it('reaches nobody else’s entries', async () => {
    const [owner, thief] = [await buildUser(db), await buildUser(db)]
    const theirs = await buildContact(db, { ownerId: owner.id })
    const [mine, own] = [await buildContact(db, { ownerId: thief.id }), await buildContact(db, { ownerId: thief.id })]
    const caller = createCaller(buildContext(db, viewerOf(thief)))
    await expect(caller.duplicate.merge({ keepId: mine.id, goneId: theirs.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(caller.duplicate.keepApart({ keepId: mine.id, goneId: theirs.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const merge = await caller.duplicate.merge({ keepId: mine.id, goneId: own.id })
    await expect(createCaller(buildContext(db, viewerOf(owner))).duplicate.undo(merge)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the page of duplicates', () => {
  it('merges all that are sure with one press and leaves the others', async () => {
    const owner = await buildUser(db)
    const entries = await Promise.all(['Ada', 'Ada', 'Grace', 'Grace H'].map((name) => buildContact(db, { ownerId: owner.id, name })))
    for (const [at, { id }] of entries.entries()) {
      await putFields(db, { contactId: id, fields: [{ kind: 'EMAIL', value: at < 2 ? 'ada@x.org' : 'grace@x.org' }], now: NOW })
    }
    const caller = createCaller(buildContext(db, viewerOf(owner)))
    expect(await caller.duplicate.list()).toMatchObject({ total: 2, sure: 1, merges: [] })
    expect(await caller.duplicate.mergeSure()).toEqual({ merged: 1, left: 0 })
    const left = await caller.duplicate.list()
    expect(left).toMatchObject({ total: 1, sure: 0, merges: [{ name: 'Ada' }] })
    const [pair] = left.pairs
    if (!pair) throw new Error('No pair is shown.')
    await caller.duplicate.keepApart({ keepId: pair.keep.contactId, goneId: pair.gone.contactId })
    expect(await caller.duplicate.list()).toMatchObject({ total: 0, pairs: [] })
  })
})
