import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHABET } from '@/domain/ids'
import { CODE_PATHS, readScannedCode } from './scanned-code'

const textOfAlphabet = (length: number) =>
  fc.stringMatching(new RegExp(`^[${ALPHABET}]{${String(length)}}$`))
const secret = textOfAlphabet(26)
const origin = fc.constantFrom('https://meet.example.org', 'http://192.168.1.20:3000', 'HTTPS://MEET.EXAMPLE.ORG')

describe('reading a scanned code', () => {
  it('knows each kind by its path, whatever the origin, in upper case as in lower', () => {
    fc.assert(
      fc.property(origin, secret, fc.boolean(), fc.constantFrom('', '/', '?from=badge', '#top'), (base, given, upper, end) => {
        const read = (path: string) => {
          const address = `${base}/${path}/${given}`
          return readScannedCode((upper ? address.toUpperCase() : address) + end)
        }
        expect(read(CODE_PATHS.PASS)).toEqual({ kind: 'PASS', pass: given })
        expect(read(CODE_PATHS.TICKET)).toEqual({ kind: 'TICKET', ticket: given })
        expect(read(CODE_PATHS.SLIP)).toEqual({ kind: 'SLIP', slip: given })
      }),
    )
  })

  it('knows what is typed, with blanks, hyphens and capitals in it', () => {
    fc.assert(
      fc.property(textOfAlphabet(8), fc.constantFrom('', '-', ' ', ' - '), (code, between) => {
        const typed = ` ${code.slice(0, 4)}${between}${code.slice(4)}\r\n`
        expect(readScannedCode(typed)).toEqual({ kind: 'TYPED', code })
        expect(readScannedCode(typed.toUpperCase())).toEqual({ kind: 'TYPED', code })
      }),
    )
  })

  it('takes a bare secret for a pass', () => {
    fc.assert(
      fc.property(secret, (pass) => {
        expect(readScannedCode(`${pass}\n`)).toEqual({ kind: 'PASS', pass })
      }),
    )
  })

  it('never throws, and opens nothing without a whole secret', () => {
    const shapes = /^[2-9a-z]{26}$|^[2-9a-z]{8}$/
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ maxLength: 30 }).map((path) => `https://meet.example.org/${path}`),
      fc.tuple(fc.constantFrom('m', 't', 'slip', 'c', '__proto__', 'constructor'), fc.string()).map(
        ([path, rest]) => `https://x/${path}/${rest}`,
      ),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const read = readScannedCode(text)
        if (read.kind === 'PASS') expect(read.pass).toMatch(shapes)
        if (read.kind === 'TICKET') expect(read.ticket).toMatch(shapes)
        if (read.kind === 'SLIP') expect(read.slip).toMatch(shapes)
        if (read.kind === 'TYPED') expect(read.code).toMatch(shapes)
      }),
    )
  })

  const pass = '23456789abcdefghjkmnpqrstw'
  const foreign = (what: 'WIFI' | 'ADDRESS' | 'TEXT' | 'TOO_LONG') => ({ kind: 'FOREIGN', what })
  it.each([
    ['a Wi-Fi code', 'WIFI:T:WPA;S:Harbour;P:secret;;', foreign('WIFI')],
    ['another site', 'https://example.com/menu', foreign('ADDRESS')],
    ['another site’s own codes', 'https://example.com/c/menu', foreign('ADDRESS')],
    ['a path that goes on', `https://meet.example.org/m/${pass}/more`, foreign('ADDRESS')],
    ['a path above ours', `https://meet.example.org/a/m/${pass}`, foreign('ADDRESS')],
    ['half a pass', `https://meet.example.org/m/${pass.slice(1)}`, foreign('ADDRESS')],
    ['a name of every object', `https://meet.example.org/constructor/${pass}`, foreign('ADDRESS')],
    ['no address after all', 'https://', foreign('TEXT')],
    ['script', `javascript:alert('${pass}')`, foreign('TEXT')],
    ['a person’s card', 'BEGIN:VCARD\nN:Haddad;Noor\nEND:VCARD', foreign('TEXT')],
    ['nothing', '', foreign('TEXT')],
    ['four thousand characters', 'x'.repeat(4096), foreign('TOO_LONG')],
    ['seven thousand digits', '1'.repeat(7089), foreign('TOO_LONG')],
    ['a door code', 'https://meet.example.org/c/23456789abcdefgh-zz1f-abcdefghjkmn', { kind: 'OUR_PAGE' }],
  ])('names %s', (_, text, read) => {
    expect(readScannedCode(text)).toEqual(read)
  })
})
