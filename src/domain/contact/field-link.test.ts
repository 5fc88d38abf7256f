import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FIELD_KINDS } from './field-key'
import { fieldLink } from './field-link'

it.each([
  ['EMAIL', ' grace@example.org ', 'mailto:grace@example.org'],
  ['EMAIL', 'grace@example.org?bcc=all@example.org', null],
  ['PHONE', '+49 (30) 123-456', 'tel:+4930123456'],
  ['PHONE', 'ask her', null],
  ['URL', 'www.example.org/grace', 'https://www.example.org/grace'],
  ['URL', 'HTTP://example.org', 'http://example.org/'],
  ['URL', 'example.org:8080/x', 'https://example.org:8080/x'],
  ['URL', 'javascript:alert(1)', null],
  ['URL', ' JavaScript://example.org/%0aalert(1)', null],
  ['URL', 'data:text/html,x', null],
  ['ADDRESS', 'https://example.org', null],
] as const)('%s %j leads to %j', (kind, value, link) => {
  expect(fieldLink(kind, value)).toBe(link)
})

it('leads nowhere but to mail, phone and the web', () => {
  const scheme = fc.constantFrom('javascript:', 'JAVASCRIPT:', 'java\nscript:', 'data:', 'vbscript:', 'file://', 'blob:', '//', '')
  const value = fc.tuple(scheme, fc.string({ unit: 'binary' })).map(([a, b]) => a + b)
  fc.assert(
    fc.property(fc.constantFrom(...FIELD_KINDS), value, (kind, text) => {
      expect(fieldLink(kind, text) ?? 'tel:').toMatch(/^(?:mailto:|tel:|https?:\/\/)/)
    }),
  )
})
