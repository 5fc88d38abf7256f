import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { lanAddress } from './lan-address'

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
  family: 'IPv4',
  internal,
})

test.each([
  ['the venue’s network', { lo: [at('127.0.0.1', true)], wlan0: [at('192.168.7.4')] }, '192.168.7.4'],
  ['a home network before a larger one', { eth0: [at('10.0.0.5')], wlan0: [at('192.168.7.4')] }, '192.168.7.4'],
  ['no container network', { docker0: [at('172.17.0.1')], eth0: [at('172.20.1.2')] }, '172.20.1.2'],
  ['nothing when alone', { lo: [at('127.0.0.1', true)], docker0: [at('172.17.0.1')] }, null],
  ['nothing public', { eth0: [at('203.0.113.9')] }, null],
])('finds %s', (_, interfaces, found) => {
  expect(lanAddress(interfaces)).toBe(found)
})
