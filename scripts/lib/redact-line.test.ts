import { expect, it } from 'vitest'
import { redactLine } from './redact-line'

it.each([
  [
    'Request body exceeded 10MB for /sign-in/confirm?token=T0p-secret.x&next=%2F. Only',
    'Request body exceeded 10MB for /sign-in/confirm?token=[removed]&next=%2F. Only',
  ],
  ['Failed to handle request for /m/abc-123?x=1', 'Failed to handle request for /m/[removed]?x=1'],
  ['/c/code', '/c/[removed]'],
  ['at https://meet.example.org/set-up/s3cret#top', 'at https://meet.example.org/set-up/[removed]#top'],
  ['"/follow-up/a.b_c/say"', '"/follow-up/[removed]/say"'],
  ['/unsubscribe/a.b /unsubscribe/c.d', '/unsubscribe/[removed] /unsubscribe/[removed]'],
  ['{"level": broken /m/abc', '{"level": broken /m/[removed]'],
])('takes the secret out of %j', (line, redacted) => {
  expect(redactLine(line)).toBe(redacted)
})

it.each([
  '{"level":"info","link":"http://localhost:3000/sign-in/confirm?token=abc","msg":"this is the sign-in link"}',
  'Ready in 200ms',
  'GET /community/evening /profile',
])('leaves %j as it is', (line) => {
  expect(redactLine(line)).toBe(line)
})
