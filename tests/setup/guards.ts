import { Socket } from 'node:net'
import { format } from 'node:util'
import { afterEach } from 'vitest'
import { refuseStrangers } from './loopback-only'

// What every test file gets: a warning on the console fails the test that caused it, and nothing
// leaves this machine. A test that expects a warning spies on the console itself.

const complaints: string[] = []

for (const level of ['error', 'warn'] as const) {
  console[level] = (...args: unknown[]) => {
    complaints.push(`console.${level}: ${format(...args)}`)
  }
}

refuseStrangers(Socket.prototype)

afterEach(() => {
  const seen = complaints.splice(0)
  if (seen.length > 0) throw new Error(`The test wrote to the console.\n${seen.join('\n')}`)
})
