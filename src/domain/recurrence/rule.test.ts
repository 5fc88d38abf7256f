import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRule } from './rule'

describe('parseRule', () => {
  test.each([
    'FREQ=WEEKLY;BYDAY=TH',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU',
    'freq=monthly;byday=-1fr',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTH=2',
    'FREQ=DAILY;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20261231T235959Z',
  ])('%s is read', (text) => {
    expect(parseRule(text).ok).toBe(true)
  })

  test.each([
    ['', 'empty'],
    ['  RRULE:', 'empty'],
    [`FREQ=WEEKLY;BYDAY=${'TH,'.repeat(200)}TH`, 'tooLong'],
    ['every Thursday', 'malformed'],
    ['FREQ=WEEKLY;', 'malformed'],
    ['BYDAY=TH', 'malformed'],
    ['FREQ=WEEKLY=DAILY', 'malformed'],
    ['FREQ=SECONDLY', 'unsupportedFrequency'],
    ['FREQ=MINUTELY', 'unsupportedFrequency'],
    ['FREQ=HOURLY', 'unsupportedFrequency'],
    ['FREQ=WEEKLY;BYHOUR=9', 'timeOfDay'],
    ['FREQ=WEEKLY;X-COLOUR=RED', 'unknownPart'],
    ['FREQ=WEEKLY;CONSTRUCTOR=1', 'unknownPart'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'repeatedPart'],
    ['FREQ=WEEKLY;INTERVAL=0', 'badValue'],
    ['FREQ=WEEKLY;COUNT=-1', 'badValue'],
    ['FREQ=WEEKLY;BYDAY=XX', 'badValue'],
    ['FREQ=WEEKLY;BYDAY=1TH', 'badValue'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'badValue'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'badValue'],
    ['FREQ=DAILY;UNTIL=20260230', 'badValue'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'badValue'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'countAndUntil'],
    ['FREQ=YEARLY;BYDAY=-2TU;BYMONTHDAY=21', 'numberedMonthDay'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'neverOccurs'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseRule(text)).toEqual({ ok: false, reason })
  })

  test('any text is answered, and what is accepted is accepted again as it stands', () => {
    const part = fc.constantFrom('FREQ=WEEKLY', 'FREQ=DAILY', 'BYDAY=TH', 'BYDAY=1MO', 'COUNT=3', 'INTERVAL=2', '', 'constructor=1')
    const ruleLike = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(';'))
    fc.assert(
      fc.property(fc.oneof(fc.string(), ruleLike), (text) => {
        const parsed = parseRule(text)
        if (parsed.ok) expect(parseRule(parsed.rule.text)).toEqual(parsed)
      }),
    )
  })
})
