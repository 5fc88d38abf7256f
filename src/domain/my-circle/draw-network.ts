import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'
import type { OwnPerson } from './own-people'
import { DRAWN_HUBS, DRAWN_PEOPLE, letterOf, PICTURE_SIZE, type Picture } from './picture'

/** People under a heading, as a picture needs it. */
export interface Drawable {
  readonly label: string
  readonly people: readonly Pick<OwnPerson, 'contactId' | 'name'>[]
}

/** Steps until nothing moves much any more. */
const STEPS = 100
/** How fast they calm down: after these steps to a hundredth. */
const CALM = 0.045
/** Free space along the edges, for letters and for the largest dots. */
const MARGIN = 18

/** Where each node comes to rest; begins on a spiral and knows no chance, so that equal graphs come to rest alike. */
function settle(count: number, lines: readonly (readonly [number, number])[]): readonly SimulationNodeDatum[] {
  const nodes = Array.from({ length: count }, (): SimulationNodeDatum => ({}))
  forceSimulation(nodes)
    .stop()
    .alphaDecay(CALM)
    .force('push', forceManyBody().strength(-60))
    .force('pull', forceLink(lines.map(([source, target]) => ({ source, target }))).distance(34))
    .force('room', forceCollide(11))
    .force('x', forceX(0).strength(0.09))
    .force('y', forceY(0).strength(0.09))
    .tick(STEPS)
  return nodes
}

/** Moves and scales positions alike in both directions, so that they fill the square within its margin. */
function fit(nodes: readonly SimulationNodeDatum[]): readonly { readonly x: number; readonly y: number }[] {
  const xs = nodes.map(({ x = 0 }) => x)
  const ys = nodes.map(({ y = 0 }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  // A handful of people stand together rather than in the corners.
  const scale = Math.min(2, (PICTURE_SIZE - 2 * MARGIN) / Math.max(width, height, 1))
  const place = (value: number, from: number, extent: number) =>
    Math.round((PICTURE_SIZE / 2 + (value - from - extent / 2) * scale) * 10) / 10
  return nodes.map(({ x = 0, y = 0 }) => ({ x: place(x, left, width), y: place(y, top, height) }))
}

/**
 * Draws the first {@link DRAWN_HUBS} headings and up to {@link DRAWN_PEOPLE} of the people under them: those who
 * link parts first, then those under the most headings, then as they come. Nobody stands in it without a heading.
 *
 * @param linking contacts to be marked
 */
export function drawNetwork(headings: readonly Drawable[], linking: ReadonlySet<string> = new Set()): Picture {
  const hubs = headings.slice(0, DRAWN_HUBS)
  const under = new Map<string, { readonly name: string; readonly hubs: number[] }>()
  hubs.forEach(({ people }, hub) => {
    for (const { contactId, name } of people) {
      const person = under.get(contactId) ?? { name, hubs: [] }
      person.hubs.push(hub)
      under.set(contactId, person)
    }
  })
  const drawn = [...under]
    .map(([contactId, person]) => ({ contactId, ...person, links: linking.has(contactId) }))
    .sort((a, b) => Number(b.links) - Number(a.links) || b.hubs.length - a.hubs.length)
    .slice(0, DRAWN_PEOPLE)
  const lines = drawn.flatMap((person, dot) => person.hubs.map((hub) => [dot, hub] as const))
  const places = fit(settle(drawn.length + hubs.length, lines.map(([dot, hub]) => [dot, drawn.length + hub])))
  const placeOf = (node: number) => places[node] ?? { x: 0, y: 0 }
  return {
    dots: drawn.map(({ contactId, name, links }, dot) => ({ contactId, name, links, ...placeOf(dot) })),
    hubs: hubs.map(({ label }, hub) => ({ letter: letterOf(hub), label, ...placeOf(drawn.length + hub) })),
    rings: [],
    lines,
  }
}
