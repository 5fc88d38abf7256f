import { expect, it } from 'vitest'
import { readProfileForm } from './profile-form'

function formOf(...fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

it('reads lines, ticked interests and the typed word', () => {
  const form = formOf(['ask', 'a boat'], ['offer', ''], ['interest', 'chess'], ['interest', 'moss'], ['word', ' Kites '])
  expect(readProfileForm(form)).toEqual({
    changes: { ask: 'a boat', offer: '' },
    words: ['chess', 'moss', ' Kites '],
    adding: false,
  })
})

it('knows that another word is to be added', () => {
  expect(readProfileForm(formOf(['word', 'Kites'], ['intent', 'add'])).adding).toBe(true)
})

it.each([
  ['hidden', [['visibility', 'asked'], ['hide', 'on']], { visible: false }],
  ['visible', [['visibility', 'asked']], { visible: true }],
  ['unchanged where the form does not ask', [['hide', 'on']], {}],
] as const)('takes the person as %s', (_what, fields, changes) => {
  expect(readProfileForm(formOf(...fields)).changes).toEqual(changes)
})
