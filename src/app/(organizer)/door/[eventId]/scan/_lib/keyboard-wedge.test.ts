import { expect, it } from 'vitest'
import { keyboardWedge } from './keyboard-wedge'

/** Types a text with so many milliseconds between two keys; @returns what the last key, Enter, has ended. */
function type(text: string, pause: number, wedge = keyboardWedge(), from = 0): string | null {
  const keys = [...text, 'Enter']
  return keys.map((key, index) => wedge({ key, at: from + index * pause })).at(-1) ?? null
}

it('puts together what is typed faster than people type, and nothing else', () => {
  expect(type('https://meet.example.org/m/abc', 12)).toBe('https://meet.example.org/m/abc')
  expect(type('https://meet.example.org/m/abc', 120)).toBeNull()
})

it('leaves shift out, gives short texts too, and no single key', () => {
  const wedge = keyboardWedge()
  const keys = ['a', 'b', 'Shift', 'C', 'd', '-', 'e', 'f', 'g', 'Enter']
  expect(keys.map((key, at) => wedge({ key, at })).at(-1)).toBe('abCd-efg')
  expect(type('hello', 5)).toBe('hello')
  expect(type('x', 5)).toBeNull()
})

it('forgets what a person typed before, and what the last scan was', () => {
  const wedge = keyboardWedge()
  wedge({ key: 'x', at: 0 })
  expect(type('abcd-efgh', 10, wedge, 1_000)).toBe('abcd-efgh')
  expect(type('hgfe-dcba', 10, wedge, 1_100)).toBe('hgfe-dcba')
})
