import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql } from '@/server/db/client'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day))

/** What stands with each contact, and what its interactions say, by id. */
async function sums() {
  const rows = await testDb().$queryRaw<{ id: string; lastAt: Date | null; times: number; last: Date | null; count: number }[]>(sql`
    SELECT c.id, c."lastAt", c."timesInTouch" AS times, max(i.at) AS last, count(i.id)::int AS count
    FROM contact c LEFT JOIN interaction i ON i."contactId" = c.id GROUP BY c.id ORDER BY c.id`)
  return {
    kept: rows.map(({ id, lastAt, times }) => ({ id, lastAt, times })),
    true: rows.map(({ id, last, count }) => ({ id, lastAt: last, times: count })),
  }
}

async function twoContacts() {
  const { id: ownerId } = await buildUser(testDb())
  return [await buildContact(testDb(), { ownerId }), await buildContact(testDb(), { ownerId })] as const
}

const change = fc.record({
  do: fc.constantFrom('add', 'put on another day', 'move', 'remove', 'remove all'),
  which: fc.nat(1),
  day: fc.nat(400),
})

test('a contact keeps when it was last in touch and how often, whatever becomes of its interactions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 15 }), async (changes) => {
      const db = testDb()
      const both = await twoContacts()
      for (const { do: what, which, day } of changes) {
        const contactId = both[which]?.id ?? ''
        const one = await db.interaction.findFirst({ where: { contactId }, orderBy: { id: 'asc' } })
        if (what === 'add') await buildInteraction(db, { contactId, at: at(day) })
        else if (what === 'remove all') await db.interaction.deleteMany({ where: { contactId } })
        else if (!one) continue
        else if (what === 'remove') await db.interaction.delete({ where: { id: one.id } })
        else if (what === 'move') await db.interaction.update({ where: { id: one.id }, data: { contactId: both[1 - which]?.id ?? '' } })
        else await db.interaction.update({ where: { id: one.id }, data: { at: at(day) } })
        const found = await sums()
        expect(found.kept).toEqual(found.true)
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('the later of two that are written at once stands, whichever is written last', async () => {
  const db = testDb()
  const [{ id: contactId }] = await twoContacts()
  const second = await db.$transaction(async (tx) => {
    await buildInteraction(tx, { contactId, at: at(9) })
    const earlier = buildInteraction(db, { contactId, at: at(2) })
    // Held open until the other one waits for it.
    await expect.poll(() => db.$queryRaw(sql`SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)).not.toEqual([])
    return { earlier }
  })
  await second.earlier
  const found = await sums()
  expect(found.kept).toEqual(found.true)
})

test('nobody sets it by hand', async () => {
  const db = testDb()
  const [{ id: contactId }] = await twoContacts()
  await buildInteraction(db, { contactId, at: at(1) })
  await db.$executeRaw(sql`UPDATE contact SET "lastAt" = now(), "timesInTouch" = 99 WHERE id = ${contactId}`)
  const found = await sums()
  expect(found.kept).toEqual(found.true)
})
