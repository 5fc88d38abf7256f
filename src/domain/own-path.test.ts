import { expect, it } from 'vitest'
import { ownPath } from './own-path'

it.each(['/', '/evening/evt_1', '/welcome?next=%2Fprofile', '/profile#interests'])('keeps %s', (path) => {
  expect(ownPath(path, '/elsewhere')).toBe(path)
})

it.each([
  '//other.example/x',
  '/\\other.example',
  '/\t/other.example',
  '/.//other.example',
  'https://other.example/',
  'javascript:alert(1)',
  'profile',
  '',
  undefined,
  ['/a', '/b'],
])('does not follow %j', (given) => {
  expect(ownPath(given, '/safe')).toBe('/safe')
})
