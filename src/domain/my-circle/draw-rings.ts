import type { Drawable } from './draw-network'
import { DRAWN_PEOPLE, letterOf, PICTURE_SIZE, type Picture } from './picture'

const INNERMOST = 30
const OUTERMOST = PICTURE_SIZE / 2 - 14
/** Room for one dot along a ring. */
const ROOM = 13
/** Free at the top of each ring, for its letter. */
const GAP = 26

/** The most that each of so many rings gets, so that together they hold {@link DRAWN_PEOPLE} and none is crowded. */
function shares(sizes: readonly number[], room: readonly number[]): readonly number[] {
  const given = sizes.map(() => 0)
  for (let left = DRAWN_PEOPLE, before = -1; left > 0 && left !== before; ) {
    before = left
    sizes.forEach((size, ring) => {
      if (left === 0 || (given[ring] ?? 0) >= Math.min(size, room[ring] ?? 0)) return
      given[ring] = (given[ring] ?? 0) + 1
      left -= 1
    })
  }
  return given
}

/**
 * Draws each heading as a ring about the middle, the first innermost, with its first people on it; where there are
 * more than {@link DRAWN_PEOPLE}, the rings take turns.
 */
export function drawRings(headings: readonly Drawable[]): Picture {
  const radii = headings.map((_, ring) => INNERMOST + ((OUTERMOST - INNERMOST) * ring) / Math.max(1, headings.length - 1))
  const counts = shares(
    headings.map(({ people }) => people.length),
    radii.map((radius) => Math.floor((2 * Math.PI * radius - GAP) / ROOM)),
  )
  const place = (ring: number, index: number, count: number) => {
    const radius = radii[ring] ?? 0
    // Rings begin by turns earlier and later, so that dots do not stand in rows.
    const along = (index + (ring % 2 === 0 ? 0.3 : 0.7)) / count
    const angle = (GAP / 2 + along * (2 * Math.PI * radius - GAP)) / radius - Math.PI / 2
    const at = (part: number) => Math.round((PICTURE_SIZE / 2 + radius * part) * 10) / 10
    return { x: at(Math.cos(angle)), y: at(Math.sin(angle)) }
  }
  return {
    dots: headings.flatMap(({ people }, ring) => {
      const count = counts[ring] ?? 0
      return people.slice(0, count).map(({ contactId, name }, index) => ({ contactId, name, links: false, ...place(ring, index, count) }))
    }),
    hubs: [],
    rings: headings.map(({ label }, ring) => ({ letter: letterOf(ring), label, radius: Math.round(radii[ring] ?? 0) })),
    lines: [],
  }
}
