import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHABET } from '@/domain/ids'
import { AUDIT_STEPS } from '@/domain/my-circle/audit'
import { auditPath, readTrail, stepAfter, stepOf, type Trail } from './trail'

const ids = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom(...Array.from(ALPHABET)), minLength: 16, maxLength: 16 }).map((body) => `con_${body}`),
  { maxLength: 5 },
)
const trails: fc.Arbitrary<Trail> = fc.record({ missed: ids, quiet: ids, more: fc.boolean(), rhythm: fc.boolean() })

describe('what was answered so far', () => {
  it('goes along in the address', () => {
    fc.assert(
      fc.property(trails, (trail) => {
        const { searchParams } = new URL(auditPath('quiet', trail), 'https://meet.example.org')
        expect(searchParams.get('step')).toBe('quiet')
        expect(readTrail((name) => searchParams.get(name) ?? '')).toEqual(trail)
      }),
    )
  })

  it('holds nothing but ids, whatever the address says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { missed } = readTrail(() => text)
        for (const id of missed) expect(id).toMatch(/^con_[2-9a-z]{16}$/)
      }),
    )
  })
})

describe('the steps', () => {
  it('follow each other to the end', () => {
    expect(AUDIT_STEPS.map(stepAfter)).toEqual([...AUDIT_STEPS.slice(1), 'done'])
    expect([stepOf(''), stepOf('quiet'), stepOf('done'), stepOf('../x')]).toEqual(['missed', 'quiet', 'done', 'missed'])
  })
})
