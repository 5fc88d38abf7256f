import { describe, expect, it } from 'vitest'
import { INTEREST_CATALOGUE } from '@/domain/interests/catalogue'
import { createCaller } from '@/server/api/root'
import { MAX_INTERESTS } from '@/server/services/interest/change-interests'
import { syncCatalogue } from '@/server/services/interest/sync-catalogue'
import { buildContext } from '../factories/context'
import { minutesFromNow } from '../factories/moment'
import { buildInterest, giveInterests } from '../factories/profile'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

async function somebody(overrides: { readonly name?: string } = {}) {
  const user = await buildUser(testDb(), overrides)
  return { user, caller: createCaller(buildContext(testDb(), viewerOf(user))) }
}

const labels = (interests: readonly { readonly label: string }[]) => interests.map(({ label }) => label)

describe('the catalogue in the tables', () => {
  it('is whole after one run and unchanged after another, even with two at once', async () => {
    const db = testDb()
    await Promise.all([syncCatalogue(db), syncCatalogue(db)])
    const first = await db.interest.findMany({ orderBy: { slug: 'asc' } })
    expect(first).toHaveLength(INTEREST_CATALOGUE.length)
    expect(first.every(({ curated }) => curated)).toBe(true)
    const words = await db.interestSynonym.count()
    expect(words).toBeGreaterThan(INTEREST_CATALOGUE.length)
    await syncCatalogue(db)
    expect(await db.interest.findMany({ orderBy: { slug: 'asc' } })).toEqual(first)
    expect(await db.interestSynonym.count()).toBe(words)
  })

  it('takes over what people typed before it knew the word, and nobody loses an interest', async () => {
    const db = testDb()
    const { user, caller } = await somebody()
    const other = await somebody()
    // 'js' is a synonym of JavaScript in the catalogue; chess is a name of its own there.
    await giveInterests(db, user.id, ['js', 'chess'])
    await giveInterests(db, other.user.id, ['js', 'javascript'])
    await syncCatalogue(db)
    expect(labels(await caller.interest.mine()).sort()).toEqual(['Chess', 'JavaScript'])
    expect(labels(await other.caller.interest.mine())).toEqual(['JavaScript'])
    expect(await db.interest.findUnique({ where: { slug: 'js' } })).toBeNull()
  })
})

describe('choosing interests', () => {
  it('knows a word by its synonyms, and adds it once', async () => {
    await syncCatalogue(testDb())
    const { caller } = await somebody()
    expect(await caller.interest.add({ text: ' JS ' })).toEqual({ slug: 'javascript', label: 'JavaScript' })
    expect(await caller.interest.add({ slug: 'javascript' })).toEqual({ slug: 'javascript', label: 'JavaScript' })
    expect(await caller.interest.mine()).toEqual([{ slug: 'javascript', label: 'JavaScript' }])
  })

  it('keeps a word that nobody used before as it was written, and finds it again for the next', async () => {
    await syncCatalogue(testDb())
    const [ada, ben] = [await somebody(), await somebody()]
    expect(await ada.caller.interest.add({ text: 'Antique  Typewriters\u202e' })).toEqual({
      slug: 'antique-typewriters',
      label: 'Antique Typewriters',
    })
    expect(await ben.caller.interest.search({ query: 'antique typ' })).toEqual([])
    await ben.caller.interest.add({ text: 'antique typewriters' })
    expect(await testDb().interest.count({ where: { curated: false } })).toBe(1)
    expect(labels(await ben.caller.interest.search({ query: 'antique typ' }))).toEqual(['Antique Typewriters'])
  })

  it('gives two people who type the same new word at once the same interest', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => somebody()))
    await Promise.all(people.map(({ caller }) => caller.interest.add({ text: 'Kite aerial photography' })))
    expect(await testDb().interest.count()).toBe(1)
    expect(await testDb().userInterest.count()).toBe(6)
  })

  it('refuses a word without letters and digits', async () => {
    const { caller } = await somebody()
    await expect(caller.interest.add({ text: ' !!! ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await testDb().interest.count()).toBe(0)
  })

  it('stops at the limit, for two phones at once too', async () => {
    const db = testDb()
    const { user, caller } = await somebody()
    await giveInterests(db, user.id, Array.from({ length: MAX_INTERESTS - 1 }, (_, at) => `number-${String(at)}`))
    const answers = await Promise.allSettled(['one', 'two', 'three'].map((text) => caller.interest.add({ text })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    expect(await db.userInterest.count({ where: { userId: user.id } })).toBe(MAX_INTERESTS)
  })

  it('makes exactly the given ones the person’s own, in their order', async () => {
    await syncCatalogue(testDb())
    const { user, caller } = await somebody()
    await caller.interest.choose({ words: ['chess', 'js', 'JavaScript', '…', 'Moss gardens'] })
    expect(labels(await caller.interest.mine())).toEqual(['Chess', 'JavaScript', 'Moss gardens'])
    const later = createCaller(buildContext(testDb(), viewerOf(user), { now: minutesFromNow(5) }))
    await later.interest.choose({ words: ['photography', 'moss-gardens'] })
    expect(labels(await caller.interest.mine())).toEqual(['Moss gardens', 'Photography'])
  })

  it('changes nothing when more are given than one may have', async () => {
    const { caller } = await somebody()
    await caller.interest.choose({ words: ['kept'] })
    const many = Array.from({ length: MAX_INTERESTS + 1 }, (_, at) => `word ${String(at)}`)
    await expect(caller.interest.choose({ words: many })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(labels(await caller.interest.mine())).toEqual(['kept'])
  })

  it('takes away one’s own and no one else’s', async () => {
    const [ada, ben] = [await somebody(), await somebody()]
    await ada.caller.interest.add({ text: 'Moss' })
    await ben.caller.interest.add({ text: 'Moss' })
    await ada.caller.interest.remove({ slug: 'moss' })
    expect(await ada.caller.interest.mine()).toEqual([])
    expect(labels(await ben.caller.interest.mine())).toEqual(['Moss'])
  })
})

describe('looking for interests', () => {
  it('finds what a person may mean, by synonym and with a typing error', async () => {
    const { caller } = await somebody()
    expect(labels(await caller.interest.search({ query: 'js' }))[0]).toBe('JavaScript')
    expect(labels(await caller.interest.search({ query: 'phtography' }))[0]).toBe('Photography')
    expect(await caller.interest.search({ query: '%' })).toEqual([])
    expect((await caller.interest.search({ query: 'a' })).length).toBeLessThanOrEqual(6)
  })

  it('does not tell others what one person alone typed', async () => {
    const db = testDb()
    const { user, caller } = await somebody()
    await buildInterest(db, { slug: 'my-divorce', label: 'My divorce' })
    await giveInterests(db, user.id, ['my-divorce'])
    expect(await caller.interest.search({ query: 'my divorce' })).toEqual([])
  })

  it('offers a few dozen first, to door guests as well, and nothing to visitors', async () => {
    const guest = await buildDoorGuest(testDb())
    expect(await createCaller(buildContext(testDb(), viewerOf(guest))).interest.offered()).toHaveLength(36)
    await expect(createCaller(buildContext(testDb(), null)).interest.offered()).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })
})
