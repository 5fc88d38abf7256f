import { element, points, text } from './svg'
import type { Interval } from './statistics'
import { WAYS, type Way } from './ways'

/** The colours of the house's light paper: src/app/globals.css. */
export const COLOURS = { paper: '#fbf6ec', raised: '#fffdf8', ink: '#211c18', muted: '#554b42', line: '#e2d7c5' } as const

/** How each way is drawn: told apart by dashes and marks, without any colour. */
export const STYLES = {
  engine: { colour: '#b83c14', width: 3, dashes: 'none', mark: 'CIRCLE' },
  naive: { colour: '#211c18', width: 2, dashes: '7 4', mark: 'SQUARE' },
  none: { colour: '#75685a', width: 2, dashes: '2 4', mark: 'TRIANGLE' },
} as const satisfies Readonly<Record<Way, object>>

export interface Panel {
  readonly title: string
  /** What stands below the title: the figures of the whole season. */
  readonly figures: string
  /** Below the axis, one for each place along it; empty for none. */
  readonly places: readonly string[]
  readonly axis: string
  readonly lines: Readonly<Partial<Record<Way, readonly (Interval | undefined)[]>>>
  /** BAND: places follow one another in time. BARS: they are cases of their own. */
  readonly intervals: 'BAND' | 'BARS'
  readonly write: (value: number) => string
  /** What no value can exceed; left out where there is no such bound. */
  readonly most?: number
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const HEAD = 62
const LEFT = 46
const FOOT = 44

/** Draws a panel into a box, in pixels. */
export function drawPanel(panel: Panel, box: Box): string {
  const plot = { x: box.x + LEFT, y: box.y + HEAD, width: box.width - LEFT - 14, height: box.height - HEAD - FOOT }
  const drawn = WAYS.flatMap((way) => (panel.lines[way] ?? []).filter((one) => one !== undefined))
  const ticks = niceTicks(
    drawn.map(({ low, mean }) => Math.max(0, finite(low, mean))),
    drawn.map(({ high, mean }) => Math.min(panel.most ?? Infinity, finite(high, mean))),
  )
  const [bottom = 0, top = 1] = [ticks[0], ticks.at(-1)]
  const yOf = (value: number) =>
    plot.y + plot.height * (1 - (Math.min(top, Math.max(bottom, value)) - bottom) / (top - bottom))
  const xOf = (place: number) => plot.x + (plot.width * (place + 0.5)) / panel.places.length
  return element('g', {}, [
    text(panel.title, box.x, box.y + 18, 17, { 'font-weight': 600, fill: COLOURS.ink }),
    text(panel.figures, box.x, box.y + 39, 13, { fill: COLOURS.muted }),
    ...ticks.flatMap((tick) => [
      element('line', { x1: plot.x, x2: plot.x + plot.width, y1: yOf(tick), y2: yOf(tick), stroke: COLOURS.line }),
      text(panel.write(tick), plot.x - 8, yOf(tick) + 4.5, 13, { 'text-anchor': 'end', fill: COLOURS.muted }),
    ]),
    ...panel.places.map((label, place) =>
      text(label, xOf(place), plot.y + plot.height + 19, 13, { 'text-anchor': 'middle', fill: COLOURS.muted }),
    ),
    text(bottom > 0 ? `${panel.axis}; the scale starts at ${panel.write(bottom)}` : panel.axis, plot.x, plot.y + plot.height + 39, 13, { fill: COLOURS.muted }),
    // The engine is drawn last, above the others.
    ...[...WAYS].reverse().map((way) => drawLine(panel, way, xOf, yOf)),
  ])
}

function drawLine(panel: Panel, way: Way, xOf: (place: number) => number, yOf: (value: number) => number): string {
  const { colour, width, dashes } = STYLES[way]
  // Bars of different ways would hide each other on one place.
  const aside = panel.intervals === 'BARS' ? (WAYS.indexOf(way) - 1) * 12 : 0
  const marked = (panel.lines[way] ?? []).flatMap((interval, place) =>
    interval ? [{ ...interval, x: xOf(place) + aside }] : [],
  )
  const intervals =
    panel.intervals === 'BAND'
      ? [
          element('polygon', {
            fill: colour,
            opacity: 0.13,
            points: points([
              ...marked.map(({ x, high, mean }) => [x, yOf(finite(high, mean))] as const),
              ...marked.map(({ x, low, mean }) => [x, yOf(finite(low, mean))] as const).reverse(),
            ]),
          }),
        ]
      : marked.map(({ x, low, high, mean }) =>
          element('line', { x1: x, x2: x, y1: yOf(finite(low, mean)), y2: yOf(finite(high, mean)), stroke: colour, 'stroke-width': 1.5 }),
        )
  return element('g', {}, [
    ...intervals,
    element('polyline', {
      points: points(marked.map(({ x, mean }) => [x, yOf(mean)])),
      ...{ fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-dasharray': dashes, 'stroke-linejoin': 'round' },
    }),
    ...marked.map(({ x, mean }) => drawMark(way, x, yOf(mean))),
  ])
}

/** The mark of a way, by which it is known without colour. */
export function drawMark(way: Way, x: number, y: number): string {
  const { colour, mark } = STYLES[way]
  const look = { stroke: colour, 'stroke-width': 1.8, fill: COLOURS.paper }
  if (mark === 'CIRCLE') return element('circle', { cx: x, cy: y, r: 4, ...look, fill: colour })
  if (mark === 'SQUARE') return element('rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, ...look })
  return element('polygon', { points: points([[x, y - 4.8], [x + 4.6, y + 3.4], [x - 4.6, y + 3.4]]), ...look })
}

/** The end of an interval, or the mean where a single value gives none. */
function finite(end: number, mean: number): number {
  return Number.isFinite(end) ? end : mean
}

/**
 * Four to seven round numbers around all values. The scale starts at 0 unless what is to be seen would
 * fill less than half of it then.
 */
export function niceTicks(lows: readonly number[], highs: readonly number[]): readonly number[] {
  const high = Math.max(...highs, 1e-9)
  const low = Math.min(...lows, high)
  const from = low > high / 2 ? low : 0
  const rough = Math.max(high - from, high * 0.02) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough
  const first = Math.floor(from / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step)
}
