import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invitationState } from './host-invitation'

const NOW = new Date('2026-11-19T17:30:00Z')
const invitation = fc.record({
  userId: fc.constantFrom(null, 'ada', 'ben'),
  revokedAt: fc.constantFrom(null, NOW),
  event: fc.record({
    endsAt: fc.integer({ min: -5, max: 5 }).map((minutes) => new Date(NOW.getTime() + minutes * 60_000)),
    status: fc.constantFrom('SCHEDULED', 'CANCELLED'),
  }),
})

describe('an invitation to host', () => {
  it('is free or one’s own only while it stands and the event goes on', () => {
    fc.assert(
      fc.property(invitation, fc.constantFrom(null, 'ada'), (given, personId) => {
        const state = invitationState(given, personId, NOW)
        const stands = given.revokedAt === null && given.event.status === 'SCHEDULED' && given.event.endsAt >= NOW
        expect(['FREE', 'YOURS', 'USED'].includes(state)).toBe(stands)
        if (stands) expect(state).toBe(given.userId === null ? 'FREE' : given.userId === personId ? 'YOURS' : 'USED')
      }),
    )
  })

  it('says first that it was revoked', () => {
    const event = { endsAt: new Date(0), status: 'CANCELLED' } as const
    expect(invitationState({ userId: 'ada', revokedAt: NOW, event }, 'ada', NOW)).toBe('REVOKED')
  })
})
