import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeRule } from './describe-rule'
import { parseRule, WEEKDAYS } from './rule'
import { formFromRule, POSITIONS, ruleFromForm, type RuleEnd, type RuleForm } from './rule-form'

const end: fc.Arbitrary<RuleEnd> = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  fc.record({ kind: fc.constant('until' as const), date: fc.constantFrom('2027-06-30', '2028-02-29') }),
  fc.record({ kind: fc.constant('after' as const), times: fc.integer({ min: 2, max: 999 }) }),
)
const repeats = { interval: fc.integer({ min: 1, max: 12 }), end }
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1 })
const form: fc.Arbitrary<RuleForm> = fc.oneof(
  fc.constant({ frequency: 'once' as const }),
  fc.record({ frequency: fc.constant('weekly' as const), weekdays, ...repeats }),
  fc.record({
    frequency: fc.constant('monthlyByWeekday' as const),
    weekdays,
    positions: fc.subarray([...POSITIONS], { minLength: 1 }),
    ...repeats,
  }),
  fc.record({
    frequency: fc.constant('monthlyByDay' as const),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)),
    ...repeats,
  }),
)

test('whatever the form gives is a rule with a sentence, and the form finds itself in it again', () => {
  fc.assert(
    fc.property(form, (chosen) => {
      const rrule = ruleFromForm(chosen)
      expect(parseRule(rrule).ok).toBe(true)
      expect(describeRule(rrule).repetition.code).not.toBe('custom')
      expect(formFromRule(rrule)).toEqual(chosen)
    }),
  )
})

test('where nothing is chosen there is no rule', () => {
  const nothing = { frequency: 'weekly', weekdays: [], interval: 1, end: { kind: 'never' } } as const
  expect(parseRule(ruleFromForm(nothing)).ok).toBe(false)
})

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=13;BYDAY=TH',
  'FREQ=WEEKLY;BYDAY=TH;WKST=SU',
  'FREQ=WEEKLY;BYDAY=TH;COUNT=1000',
  'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630T170000Z',
  'FREQ=MONTHLY;BYDAY=1MO,3TU',
  'FREQ=MONTHLY;BYDAY=5MO',
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=MONTHLY;BYMONTHDAY=-2',
  'FREQ=YEARLY;BYMONTH=3',
  'nonsense',
])('the form has no words for %s', (rrule) => {
  expect(formFromRule(rrule)).toBeNull()
})
