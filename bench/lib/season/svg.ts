/** An attribute's value, or a piece of text. */
type Plain = string | number

/**
 * One element of SVG as text. Enough for a chart, so no library is needed for it.
 * @param children finished elements, or the text that {@link text} made safe.
 */
export function element(name: string, attributes: Readonly<Record<string, Plain>>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(plain(value))}"`)
  const open = `<${name}${written.join('')}`
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`
}

/** A line of text at a place; `size` in pixels. */
export function text(
  content: string,
  x: number,
  y: number,
  size: number,
  more: Readonly<Record<string, Plain>> = {},
): string {
  return element('text', { x, y, 'font-size': size, ...more }, [escaped(content)])
}

/** Places joined by straight lines, as the attribute `d` or `points` takes them. */
export function points(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y]) => `${plain(x)},${plain(y)}`).join(' ')
}

function plain(value: Plain): string {
  return typeof value === 'number' ? String(Number(value.toFixed(1))) : value
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
