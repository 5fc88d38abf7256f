import { create } from 'qrcode'

/** Modules of white around the code: ISO 18004 asks for four. */
const QUIET_ZONE = 4

/** A QR code as the path of an SVG drawing, one unit a module. */
export interface QrDrawing {
  /** Width and height of the drawing with its quiet zone. */
  readonly edge: number
  /** The dark modules, those side by side as one run. */
  readonly path: string
}

/** Draws a QR code with error correction M, which survives a spot of 15 percent on a screen or print. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue
      const first = column
      while (column + 1 < size && modules.get(row, column + 1)) column += 1
      const length = column - first + 1
      runs.push(`M${String(first + QUIET_ZONE)} ${String(row + QUIET_ZONE)}h${String(length)}v1h-${String(length)}z`)
    }
  }
  return { edge: size + 2 * QUIET_ZONE, path: runs.join('') }
}
