import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync(new URL('../scan.css', import.meta.url), 'utf8')

/** Relative luminance of a colour, 0 to 1, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

it.each(['in', 'already', 'ask', 'refused', 'queued'])('the answer "%s" is read at a contrast of at least 7', (tone) => {
  const ground = new RegExp(`--scan-${tone}: (#[0-9a-f]{6});`).exec(css)?.[1]
  const text = new RegExp(`\\.scan-${tone} \\{[^}]*--scan-text: (#[0-9a-f]{6});`).exec(css)?.[1]
  if (!ground || !text) throw new Error(`scan.css lacks the colours of ${tone}.`)
  const [darker = 0, lighter = 0] = [luminance(ground), luminance(text)].sort((a, b) => a - b)
  expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(7)
})
