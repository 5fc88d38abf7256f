// npx tsx scripts/draw-icons.ts: draws the app's icons into public/icons. Two people, drawn as circles, who
// happen upon each other; where they overlap something new begins. Run it again after a change and commit
// what it writes.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { root } from './lib/prisma.mjs'

type Colour = readonly [red: number, green: number, blue: number]

// As in src/app/globals.css.
const PAPER: Colour = [0xfb, 0xf6, 0xec]
const INK: Colour = [0x21, 0x1c, 0x18]
const ACCENT: Colour = [0xb8, 0x3c, 0x14]
const BOTH: Colour = [0xf5, 0x9a, 0x6c]
/** Each pixel is the mean of so many by so many points, for smooth edges. */
const POINTS = 4

/** The colour at a place, both from 0 to 1; `reach` is how far the drawing goes from the middle. */
function colourAt(x: number, y: number, reach: number): Colour {
  const radius = reach * 0.6
  const inside = (middle: number) => (x - middle) ** 2 + (y - 0.5) ** 2 < radius ** 2
  const [left, right] = [inside(0.5 - reach * 0.4), inside(0.5 + reach * 0.4)]
  if (left && right) return BOTH
  if (left) return INK
  return right ? ACCENT : PAPER
}

/** A PNG of 8-bit RGB, as RFC 2083 describes it. */
function png(size: number, reach: number): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 3))
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0]
      for (let point = 0; point < POINTS * POINTS; point += 1) {
        const x = (column + ((point % POINTS) + 0.5) / POINTS) / size
        const y = (row + (Math.floor(point / POINTS) + 0.5) / POINTS) / size
        colourAt(x, y, reach).forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value))
      }
      // The first byte of a row names its filter: none.
      const at = row * (1 + size * 3) + 1 + column * 3
      sum.forEach((value, channel) => rows.writeUInt8(Math.round(value / POINTS ** 2), at + channel))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const directory = path.join(root, 'public/icons')
mkdirSync(directory, { recursive: true })
// A maskable icon may be cut to a circle of 80 percent.
const drawings = [
  ['icon-192.png', 192, 0.45],
  ['icon-512.png', 512, 0.45],
  ['maskable-512.png', 512, 0.36],
  ['apple-180.png', 180, 0.4],
] as const
for (const [name, size, reach] of drawings) writeFileSync(path.join(directory, name), png(size, reach))
