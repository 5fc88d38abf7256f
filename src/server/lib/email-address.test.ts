import { describe, expect, it } from 'vitest'
import { parseEmail } from './email-address'

describe('parseEmail', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Lovelace+meet@Sub.Example.ORG ', 'ada.lovelace+meet@sub.example.org'],
    ["o'brien@example.co.uk", "o'brien@example.co.uk"],
    ['x@xn--bcher-kva.example', 'x@xn--bcher-kva.example'],
    ['x@example.xn--p1ai', 'x@example.xn--p1ai'],
  ])('reads %j', (text, address) => {
    expect(parseEmail(text)).toBe(address)
  })

  it.each([
    '',
    'ada',
    'ada@localhost',
    '"a@b.com"@v.com',
    'Ada <ada@example.org>',
    'ada@example.org,eve@example.org',
    'ada@example.org;eve@example.org',
    'ada@example.org\r\nBcc: eve@example.org',
    'ada@example.org\n',
    '\tada@example.org',
    'ada@example.org\0',
    'ada@[127.0.0.1]',
    'ada@127.0.0.1',
    'ada@@example.org',
    'ada@eve@example.org',
    'ada..l@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'ada@-example.org',
    'ada@example.org.',
    'ada lovelace@example.org',
    'ädä@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(10)}.org`,
  ])('refuses %j', (text) => {
    expect(parseEmail(text)).toBeNull()
  })
})
