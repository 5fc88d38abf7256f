import { create } from 'qrcode'
import { classes } from './classes'

/** Modules of white around the code: ISO 18004 asks for four. */
const QUIET_ZONE = 4

/**
 * A QR code as SVG, drawn on the server. Always dark on white with its quiet zone, whatever the
 * colour scheme, since many cameras do not read a reversed one. It fills the width of its parent.
 */
export function QrCode({
  text,
  title,
  className,
}: {
  readonly text: string
  /** What it is and what it opens, for those who do not see it. */
  readonly title: string
  readonly className?: string | undefined
}) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const edge = size + 2 * QUIET_ZONE
  const dark = Array.from(modules.data).flatMap((on, index) =>
    on ? [`M${String((index % size) + QUIET_ZONE)} ${String(Math.floor(index / size) + QUIET_ZONE)}h1v1h-1z`] : [],
  )
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${String(edge)} ${String(edge)}`}
      shapeRendering="crispEdges"
      className={classes('block aspect-square w-full forced-color-adjust-none', className)}
    >
      <path fill="#ffffff" d={`M0 0h${String(edge)}v${String(edge)}h-${String(edge)}z`} />
      <path fill="#000000" d={dark.join('')} />
    </svg>
  )
}
