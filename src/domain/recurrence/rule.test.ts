import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../text/translator'
import { describeRule, ruleFromForm, type RuleForm } from './describe-rule'
import { parseRule, WEEKDAYS } from './rule'

describe('parseRule', () => {
  test.each([
    'FREQ=WEEKLY;BYDAY=TH',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU',
    'freq=monthly;byday=-1fr',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
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

test('whatever the form gives is a rule', () => {
  const weekday = fc.constantFrom(...WEEKDAYS)
  const form: fc.Arbitrary<RuleForm> = fc.oneof(
    fc.constant({ frequency: 'once' as const }),
    fc.record({ frequency: fc.constantFrom('weekly' as const, 'everyTwoWeeks' as const), weekday }),
    fc.record({
      frequency: fc.constant('monthlyByWeekday' as const),
      weekday,
      position: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
    }),
  )
  fc.assert(
    fc.property(form, (chosen) => {
      expect(parseRule(ruleFromForm(chosen)).ok).toBe(true)
      expect(describeRule(ruleFromForm(chosen)).code).not.toBe('custom')
    }),
  )
})

test.each([
  ['FREQ=DAILY;COUNT=1', 'once'],
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', 'every second day'],
  ['FREQ=WEEKLY', 'every week'],
  ['FREQ=MONTHLY;INTERVAL=3', 'every 3 months'],
  ['FREQ=YEARLY', 'every year'],
  ['FREQ=WEEKLY;BYDAY=TH', 'every Thursday'],
  ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270101', 'every Thursday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'every second Thursday'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=SU', 'Sunday every 3 weeks'],
  ['FREQ=WEEKLY;BYDAY=TH,TU', 'every Tuesday and Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every day from Monday to Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '3 days every week'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'first Monday of the month'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'last Friday of the month'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE', 'third Wednesday of every second month'],
  ['FREQ=MONTHLY;BYMONTHDAY=22', '22nd of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'on a schedule of its own'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=1SU', 'on a schedule of its own'],
  ['nonsense', 'on a schedule of its own'],
])('%s reads: %s', (rrule, sentence) => {
  const { code, params } = describeRule(rrule)
  expect(textOf('en', 'recurrence')(code, params)).toBe(sentence)
})
