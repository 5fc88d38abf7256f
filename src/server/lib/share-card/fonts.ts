import { readFile } from 'node:fs/promises'
import type { Font } from 'satori'

/** Static cuts of the product's faces, from the project's root, which the app is always started from. */
const FILES = 'node_modules/@fontsource'
export const DISPLAY = 'Fraunces'
export const TEXT = 'Instrument Sans'
/** Where letters are taken from that the plain Latin files lack. */
export const DISPLAY_EXTENDED = 'Fraunces extended'
export const TEXT_EXTENDED = 'Instrument Sans extended'

async function face(name: string, file: string, weight: 500 | 600): Promise<Font> {
  return { name, weight, style: 'normal', data: await readFile(`${FILES}/${file}-${String(weight)}-normal.woff`) }
}

let loaded: Promise<Font[]> | undefined

/** The faces of the picture, read once. */
export function cardFonts(): Promise<Font[]> {
  loaded ??= Promise.all([
    face(DISPLAY, 'fraunces/files/fraunces-latin', 600),
    face(DISPLAY_EXTENDED, 'fraunces/files/fraunces-latin-ext', 600),
    face(TEXT, 'instrument-sans/files/instrument-sans-latin', 500),
    face(TEXT_EXTENDED, 'instrument-sans/files/instrument-sans-latin-ext', 500),
  ])
  return loaded
}
