import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const layout = readFileSync(new URL('../../app/layout.tsx', import.meta.url), 'utf8')

function palette(block: string | undefined): ReadonlyMap<string, string> {
  return new Map(Array.from((block ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [name, hex]))
}

const [light, dark] = Array.from(css.matchAll(/:root \{([^}]*)\}/g), ([, block]) => palette(block))

/** Relative luminance of a colour, 0 to 1, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const PAPERS = ['paper', 'raised']
const PAIRS = [
  // Read from afar and in the dark, on the door too.
  ...PAPERS.flatMap((paper) => ['ink', 'muted'].map((text) => ({ text, paper, least: 7 }))),
  ...PAPERS.flatMap((paper) => ['accent', 'good', 'warn', 'bad'].map((text) => ({ text, paper, least: 4.5 }))),
  { text: 'accent-ink', paper: 'accent', least: 4.5 },
  { text: 'paper', paper: 'bad', least: 4.5 },
  // Outlines of controls: WCAG 1.4.11.
  ...PAPERS.map((paper) => ({ text: 'edge', paper, least: 3 })),
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_scheme, colours) => {
  it.each(PAIRS)('shows $text on $paper with a contrast of at least $least', ({ text, paper, least }) => {
    const [front, back] = [colours?.get(text), colours?.get(paper)]
    if (!front || !back) throw new Error(`The palette lacks ${text} or ${paper}.`)
    expect(contrast(front, back)).toBeGreaterThanOrEqual(least)
  })

  it('gives the browser the colour of its paper', () => {
    expect(layout).toContain(`color: '${colours?.get('paper') ?? 'missing'}'`)
  })
})

it('computes the contrast of black on white as 21 and of a colour on itself as 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#b83c14', '#b83c14')).toBe(1)
})
