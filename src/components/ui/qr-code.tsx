import { classes } from './classes'

/**
 * A drawn QR code as SVG. Always dark on white with its quiet zone, whatever the colour scheme, since
 * many cameras do not read a reversed one. It fills the width of its parent.
 */
export function QrCode({
  drawing: { edge, path },
  title,
  className,
}: {
  /** The dark modules as a path, and the edge of the square that they stand in. */
  readonly drawing: { readonly edge: number; readonly path: string }
  /** What it is and what it opens, for those who do not see it. */
  readonly title: string
  readonly className?: string | undefined
}) {
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${String(edge)} ${String(edge)}`}
      shapeRendering="crispEdges"
      className={classes('block aspect-square w-full forced-color-adjust-none', className)}
    >
      <path fill="#ffffff" d={`M0 0h${String(edge)}v${String(edge)}H0z`} />
      <path fill="#000000" d={path} />
    </svg>
  )
}
