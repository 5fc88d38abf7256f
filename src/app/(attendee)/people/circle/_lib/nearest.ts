interface Point {
  readonly x: number
  readonly y: number
}

/** The arrow keys and where they point, as SVG counts: y grows downwards. */
export const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * Of all points the one to go to from `from` in a direction: the nearest within a quarter turn, what lies aside
 * counting double; null when there is none.
 */
export function nearest(points: readonly Point[], from: number, direction: Point): number | null {
  const start = points[from]
  if (!start) return null
  let best: { readonly index: number; readonly way: number } | null = null
  for (const [index, { x, y }] of points.entries()) {
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x)
    const way = along + 2 * aside
    if (index !== from && along > 0 && along >= aside && (!best || way < best.way)) best = { index, way }
  }
  return best?.index ?? null
}
