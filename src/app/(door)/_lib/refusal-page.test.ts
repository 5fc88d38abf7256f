import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { DomainError } from '@/domain/errors'
import { refusalPage } from './refusal-page'

const refused = (code: TRPCError['code'], cause?: DomainError) =>
  refusalPage(new TRPCError({ code, message: 'A sentence.', cause }), 'en', '/in/evt_1')

test('a visitor is led to sign in and back', async () => {
  const page = refused('UNAUTHORIZED')
  expect(page.status).toBe(401)
  expect(await page.text()).toContain('href="/sign-in?next=%2Fin%2Fevt_1"')
})

test('an old code is gone, and its page leads to the start', async () => {
  const page = refused('PRECONDITION_FAILED', new DomainError('GONE', 'A sentence.'))
  expect(page.status).toBe(410)
  const text = await page.text()
  expect(text).toContain('A sentence.')
  expect(text).toContain('<a href="/">Go to the start</a>')
  expect(text).not.toContain('/sign-in')
})
