import { describe, expect, it } from 'vitest'
import { pairKey } from '../matching/pair-key'
import { isRead, sortSuggestions, type Present, type SuggestionRecord } from './standing'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 19, 17, minute))
const present = (facts: Readonly<Record<string, Partial<Present>>> = {}) =>
  new Map(['a', 'b', 'c'].map((id) => [id, { describedAt: null, returnedAt: null, ...facts[id] }]))
const row = (facts: Partial<SuggestionRecord> = {}): SuggestionRecord => ({
  userId: 'a',
  otherId: 'b',
  kind: 'MUTUAL',
  shownAt: null,
  openedAt: null,
  keptAt: null,
  notTonightAt: null,
  withdrawnAt: null,
  ...facts,
})
const sorted = (rows: readonly SuggestionRecord[], given: Partial<Parameters<typeof sortSuggestions>[0]> = {}) =>
  sortSuggestions({ rows, present: present(), proposed: new Set(), suggestedAt: at(5), full: true, ...given })
const pair = { a: 'a', b: 'b', kind: 'MUTUAL' }

describe('what a full solve holds on to', () => {
  it.each([
    ['read', { shownAt: at(6) }, true],
    ['read before its reader changed what they say', { shownAt: at(4) }, false],
    ['opened', { shownAt: at(4), openedAt: at(4) }, true],
    ['kept', { shownAt: at(4), keptAt: at(4) }, true],
    ['unread', {}, false],
  ])('%s', (_what, facts, stays) => {
    const { kept, incumbents } = sorted([row(facts)], { present: present({ a: { describedAt: at(5) } }) })
    expect([kept, incumbents]).toEqual(stays ? [[pair], []] : [[], [pair]])
  })

  it('what one of the two has said they met by', () => {
    expect(sorted([row()], { proposed: new Set([pairKey('b', 'a')]) }).kept).toEqual([pair])
  })

  it('holds a pair once, though only one of them has read it', () => {
    const { kept, incumbents } = sorted([row(), row({ userId: 'b', otherId: 'a', shownAt: at(1) })])
    expect(kept).toEqual([{ a: 'b', b: 'a', kind: 'MUTUAL' }])
    expect(incumbents).toEqual([])
  })
})

describe('while free places are filled', () => {
  it('everything stays, save where one of the two has just changed what they say', () => {
    expect(sorted([row()], { full: false }).kept).toEqual([pair])
    for (const id of ['a', 'b']) {
      const news = sorted([row()], { full: false, present: present({ [id]: { describedAt: at(6) } }) })
      expect([news.kept, news.incumbents]).toEqual([[], []])
      expect(sorted([row()], { full: false, present: present({ [id]: { describedAt: at(4) } }) }).kept).toEqual([pair])
    }
  })
})

describe('not tonight', () => {
  const theirs = (facts: Partial<SuggestionRecord>) => row({ userId: 'b', otherId: 'a', ...facts })

  it('leaves the other’s suggestion what it is, and tells the engine whose place is to be filled', () => {
    const mine = row({ shownAt: at(1), notTonightAt: at(2) })
    const putAside = [{ reader: 'a', other: 'b' }]
    const back = { ...pair, a: 'b', b: 'a' }
    expect(sorted([mine, theirs({ shownAt: at(1) })])).toMatchObject({ kept: [back], incumbents: [], putAside })
    expect(sorted([mine, theirs({})])).toMatchObject({ kept: [], incumbents: [back], putAside })
    expect(sorted([mine])).toMatchObject({ kept: [], incumbents: [], putAside })
    // It is stored as one-way by now, and counts like the others all the same.
    expect(sorted([mine, theirs({ kind: 'ONE_WAY' })]).incumbents).toEqual([back])
  })
})

it('makes two one-way suggestions of the same two a mutual one, as after taking back', () => {
  const rows = [row({ shownAt: at(1), kind: 'ONE_WAY' }), row({ userId: 'b', otherId: 'a', shownAt: at(1), kind: 'ONE_WAY' })]
  expect(sorted(rows).kept).toMatchObject([{ kind: 'MUTUAL' }])
  expect(sorted(rows.slice(0, 1)).kept).toMatchObject([{ a: 'a', b: 'b', kind: 'ONE_WAY' }])
})

describe('who leaves', () => {
  it('is in no pair, and finds theirs considered again on coming back', () => {
    expect(sorted([row({ shownAt: at(1), otherId: 'gone' })])).toMatchObject({ kept: [], incumbents: [] })
    const withdrawn = row({ shownAt: at(1), withdrawnAt: at(3) })
    expect(sorted([withdrawn]).incumbents).toEqual([])
    expect(sorted([withdrawn], { present: present({ b: { returnedAt: at(6) } }) }).incumbents).toEqual([pair])
  })
})

describe('isRead', () => {
  it('is over when its reader says something new', () => {
    expect(isRead(null, null)).toBe(false)
    expect(isRead(at(1), null)).toBe(true)
    expect(isRead(at(2), at(1))).toBe(true)
    expect(isRead(at(1), at(1))).toBe(false)
  })
})
