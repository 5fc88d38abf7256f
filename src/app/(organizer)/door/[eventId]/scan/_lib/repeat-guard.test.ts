import { expect, it } from 'vitest'
import { repeatGuard } from './repeat-guard'

it('looks once at a code that stays in view, and again when its owner waits', () => {
  const guard = repeatGuard()
  const looks = Array.from({ length: 100 }, (_, picture) => guard('pass', picture * 100)).filter(Boolean)
  // Ten seconds in view: at once, after four and after eight.
  expect(looks).toHaveLength(3)
})

it('keeps codes apart that are in view together', () => {
  const guard = repeatGuard()
  expect([guard('one', 0), guard('other', 10), guard('one', 20), guard('other', 30)]).toEqual([true, true, false, false])
})
