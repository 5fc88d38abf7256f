import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_KINDS, fieldKey } from './field-key'

describe('the key of a field', () => {
  it.each([
    ['EMAIL', ' Ada@Example.ORG ', 'ada@example.org'],
    ['EMAIL', 'mailto:ada@example.org', 'ada@example.org'],
    ['PHONE', '+49 (0)30 1234-56', '+4930123456'],
    ['PHONE', '0049 30 123456', '+4930123456'],
    ['PHONE', '(555) 123 4567 ext. 12', '5551234567x12'],
    ['PHONE', 'tel:+1-555-123-4567;ext=12', '+15551234567x12'],
    ['PHONE', 'ask at the desk', 'ask at the desk'],
    ['URL', 'https://www.LinkedIn.com/in/ada/?trk=x#top', 'linkedin.com/in/ada'],
    ['URL', 'linkedin.com/in/ada', 'linkedin.com/in/ada'],
    ['URL', 'http://example.org:8080/Ada', 'example.org/Ada'],
    ['URL', 'https://example.org/profile.php?id=7&x=1', 'example.org/profile.php?id=7'],
    ['URL', 'not an address', 'not an address'],
    ['ADDRESS', 'Straße 5,\n12345  Köln', 'strasse 5 12345 koln'],
  ] as const)('of %s %j is %j', (kind, value, key) => {
    expect(fieldKey(kind, value)).toBe(key)
  })

  it('fits the column, for anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), fc.string({ unit: 'binary', maxLength: 700 }), (kind, value) => {
        expect(Array.from(fieldKey(kind, value)).length).toBeLessThanOrEqual(500)
      }),
    )
  })
})
