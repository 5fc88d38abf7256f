import { expect, test } from 'vitest'
import { ruleInWords } from './rule-in-words'

test.each([
  ['FREQ=DAILY;COUNT=1', 'once'],
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', 'every second day'],
  ['FREQ=WEEKLY', 'every week'],
  ['FREQ=MONTHLY;INTERVAL=3', 'every 3 months'],
  ['FREQ=YEARLY', 'every year'],
  ['FREQ=WEEKLY;BYDAY=TH', 'every Thursday'],
  ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630', 'every Thursday until June 30, 2027'],
  ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630T150000Z', 'every Thursday until June 30, 2027'],
  ['FREQ=WEEKLY;BYDAY=TH;COUNT=10', 'every Thursday, 10 times'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'every second Thursday'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=SU', 'every 3 weeks on Sunday'],
  ['FREQ=WEEKLY;BYDAY=TH,TU', 'every Tuesday and Thursday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', 'every second week on Tuesday and Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every day from Monday to Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270630', 'every day from Monday to Friday until June 30, 2027'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'every Monday, Wednesday, and Friday'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'first Monday of the month'],
  ['FREQ=MONTHLY;BYDAY=3MO,1MO', 'first and third Monday of the month'],
  ['FREQ=MONTHLY;BYDAY=1MO,-1FR', 'first Monday and last Friday of the month'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=6', 'last Friday of the month, 6 times'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE', 'third Wednesday of every second month'],
  ['FREQ=MONTHLY;BYMONTHDAY=22', '22nd of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1,15,1', '1st, 15th, and last day of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-2', 'on a schedule of its own'],
  ['FREQ=MONTHLY;BYDAY=MO', 'on a schedule of its own'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', 'on a schedule of its own'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=1SU', 'on a schedule of its own'],
  ['nonsense', 'on a schedule of its own'],
])('%s reads: %s', (rrule, sentence) => {
  expect(ruleInWords(rrule, 'en')).toBe(sentence)
})

test('what is left out and added is said: a few by name, more by their number', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630'
  const start = 'every Thursday until June 30, 2027'
  expect(ruleInWords(rule, 'en', { skipDates: ['2026-12-24'] })).toBe(`${start}, except December 24, 2026`)
  expect(ruleInWords(rule, 'en', { extraDates: ['2026-12-23T18:00'] })).toBe(`${start}, and also on December 23, 2026`)
  const many = ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24']
  const extras = many.map((day) => `${day}T12:00`)
  expect(ruleInWords(rule, 'en', { skipDates: many, extraDates: extras })).toBe(
    `${start}, except 4 dates, and also on 4 more dates`,
  )
})
