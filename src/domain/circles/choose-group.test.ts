import { describe, expect, it } from 'vitest'
import { chooseGroup, type Numbered } from './choose-group'
import type { CircleGuest } from './circle-guest'

const LIMITS = { leastSeats: 4, mostInvited: 9, regularFrom: 3 }
const crowdOf = (number: number) => number % 3
const guest = (number: number): CircleGuest => ({
  id: `p${String(number)}`, interests: [], met: [], visitNumber: 2, invitations: 0, suggestions: 0,
})
const people = (count: number): Numbered[] => Array.from({ length: count }, (_, number) => ({ guest: guest(number), number }))

/** Three crowds, in each of which all have met, and so many at the end who know nobody; counts what is asked. */
function crowds(size: number, strangers: number) {
  let looks = 0
  const group = chooseGroup(people(size + strangers), {
    haveMet: (a, b) => {
      looks += 1
      return a < size && b < size && crowdOf(a) === crowdOf(b)
    },
    areApart: () => false,
  }, LIMITS)
  return { looks, group }
}

describe('the search for strangers', () => {
  it.each([30, 240, 1000])('among three crowds of %i in all ends without any, after so many looks a person', (count) => {
    const { looks, group } = crowds(count, 0)
    expect(group).toBeNull()
    expect(looks).toBeLessThanOrEqual(65 * count)
  })

  it('finds the one who knows nobody, behind a thousand others', () => {
    expect(crowds(999, 1).group?.map(({ id }) => id)).toContain('p999')
  })
})
