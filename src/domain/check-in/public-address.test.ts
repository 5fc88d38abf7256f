import { expect, test } from 'vitest'
import { addressReach } from './public-address'

test.each([
  'http://localhost:3000',
  'http://LOCALHOST',
  'http://localhost.:3000',
  'http://app.localhost:3000',
  'http://127.0.0.1:3000',
  'http://127.1:3000',
  'http://2130706433',
  'http://0.0.0.0:3000',
  'http://169.254.10.20',
  'http://[::1]:3000',
  'http://[::]:3000',
  'http://[::ffff:127.0.0.1]:3000',
  'http://[fe80::1]:3000',
])('%s names the machine itself', (url) => {
  expect(addressReach(url)).toBe('THIS_MACHINE')
})

test.each(['http://venue-laptop:3000', 'http://laptop.local:3000', 'https://laptop.local'])(
  '%s is a name that not every phone looks up',
  (url) => {
    expect(addressReach(url)).toBe('LOCAL_NAME')
  },
)

test.each([
  'https://meet.example.org',
  'http://192.168.1.20:3000',
  'http://10.0.0.4:3000',
  'http://[2001:db8::5]:3000',
  'https://localhost.example.org',
  'http://128.0.0.1',
])('%s can be opened by phones', (url) => {
  expect(addressReach(url)).toBe('REACHABLE')
})
