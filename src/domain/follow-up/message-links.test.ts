import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailtoLink, smsLink } from './message-links'

/** What nasty names and addresses are made of. */
const nasty = fc.string({ unit: fc.constantFrom('a', ' ', '&', '?', '=', '#', '%', '+', ',', ';', ':', '@', '"', "'", '<', '\r\n', '\n', '\r', 'ü', '木', '🎉', '\ud800', 'bcc', '%0D%0A') })

describe('mailto', () => {
  test('subject and body read back as they were, line breaks as mail has them', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (address, subject, body) => {
        const link = mailtoLink(`x${address}@example.org`, { subject, body })
        const [, query = ''] = link.split('?')
        const fields = query.split('&').map((field) => field.split('='))
        // One recipient, one subject, one body, and nothing else, whatever they are.
        expect(link.split('?').length).toBe(2)
        expect(fields.map(([name]) => name)).toEqual(['subject', 'body'])
        expect(link).toMatch(/^mailto:[A-Za-z0-9%._~@-]*\?subject=[A-Za-z0-9%._~-]*&body=[A-Za-z0-9%._~-]*$/)
        const read = fields.map(([, value = '']) => decodeURIComponent(value))
        expect(read[0]).not.toMatch(/[\r\n]/)
        expect(read[1]).toBe(body.replaceAll('\ud800', '\ufffd').replace(/\r\n?|\n/g, '\r\n'))
      }),
    )
  })

  test('as RFC 6068 writes it', () => {
    expect(mailtoLink('gorby%kremvax@example.com', { subject: 'caf\u00e9', body: 'one\ntwo, (three)!' })).toBe(
      'mailto:gorby%25kremvax@example.com?subject=caf%C3%A9&body=one%0D%0Atwo%2C%20%28three%29%21',
    )
  })

  test('a comma in an address adds nobody', () => {
    expect(mailtoLink('a@b.org,c@d.org', { subject: '', body: '' })).toBe('mailto:a%40b.org%2Cc@d.org?subject=&body=')
  })
})

describe('sms', () => {
  test.each([
    ['+49 (0)30 / 123-45', 'sms:+4903012345?&body=Hi%20%26%20hello'],
    ['030 12345', 'sms:03012345?&body=Hi%20%26%20hello'],
    ['\uff0b49\uff11\uff12\uff13', 'sms:+49123?&body=Hi%20%26%20hello'],
  ])('%s', (number, link) => {
    expect(smsLink(number.normalize('NFKC'), 'Hi & hello')).toBe(link)
  })

  test('what is no number has no link', () => {
    expect(smsLink('ask Ada', 'Hi')).toBeNull()
  })
})
