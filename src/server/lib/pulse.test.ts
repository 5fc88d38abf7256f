import { expect, it } from 'vitest'
import { beats, createPulse } from './pulse'

it('beats while there is a worker that looks at the queue', () => {
  const pulse = createPulse(1_000)
  expect(beats(pulse, 1_000)).toBe(false)
  pulse.running = true
  expect(beats(pulse, 120_999)).toBe(true)
  expect(beats(pulse, 121_000)).toBe(false)
  pulse.lookedAt = 100_000
  expect(beats(pulse, 121_000)).toBe(true)
})

it('does not beat when ticks have failed for two minutes', () => {
  const pulse = { running: true, lookedAt: 200_000, ticksFailSince: 100_000 }
  expect(beats(pulse, 219_999)).toBe(true)
  expect(beats(pulse, 220_000)).toBe(false)
})
