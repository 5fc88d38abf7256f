/** A form as a browser without scripts reads it off a page. */
export interface Form {
  /** Where it is sent; the page's own address when the form names none. */
  readonly action: string
  readonly multipart: boolean
  /** What it sends when nothing is typed: hidden fields, values that stand in it, chosen options. */
  readonly fields: ReadonlyMap<string, string>
  /** Names of every field that can be filled in. */
  readonly names: ReadonlySet<string>
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of HTML as a reader sees it: entities become characters. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return ENTITIES[name ?? ''] ?? whole
  })
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = tag.matchAll(/\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)
  return new Map(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  )
}

/** What a select sends: the option that is marked, or else its first. */
function chosenOption(inner: string): string {
  const options = [...inner.matchAll(/(<option\b[^>]*>)([^<]*)/gi)].map(([, tag = '', text = '']) => {
    const attributes = attributesOf(tag)
    return { value: attributes.get('value') ?? decodeEntities(text).trim(), chosen: attributes.has('selected') }
  })
  return (options.find(({ chosen }) => chosen) ?? options[0])?.value ?? ''
}

/**
 * Every form of a page, in order. Enough of HTML for pages that a program has written: attributes
 * quoted, tags closed.
 */
export function formsOf(html: string, pageUrl: string): readonly Form[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].map(([, tag = '', inner = '']) => {
    const form = attributesOf(tag)
    const fields = new Map<string, string>()
    const names = new Set<string>()
    for (const [, input = ''] of inner.matchAll(/(<input\b[^>]*>)/gi)) {
      const attributes = attributesOf(input)
      const name = attributes.get('name')
      const type = attributes.get('type') ?? 'text'
      if (!name || type === 'submit' || type === 'button') continue
      names.add(name)
      const off = (type === 'checkbox' || type === 'radio') && !attributes.has('checked')
      if (!off) fields.set(name, attributes.get('value') ?? (type === 'checkbox' ? 'on' : ''))
    }
    for (const [, select = '', options = ''] of inner.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/gi)) {
      const name = attributesOf(select).get('name')
      if (name) names.add(name)
      if (name) fields.set(name, chosenOption(options))
    }
    for (const [, area = '', text = ''] of inner.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/gi)) {
      const name = attributesOf(area).get('name')
      if (name) names.add(name)
      if (name) fields.set(name, decodeEntities(text))
    }
    const action = form.get('action') ?? ''
    return {
      action: new URL(action === '' ? pageUrl : action, pageUrl).href,
      multipart: form.get('enctype')?.toLowerCase() === 'multipart/form-data',
      fields,
      names,
    }
  })
}

/** The bytes that a browser sends for a filled-in form, and their content type. */
export function encodeForm(
  form: Form,
  typed: Readonly<Record<string, string>>,
): { readonly body: string; readonly contentType: string } {
  const fields = new Map([...form.fields, ...Object.entries(typed)])
  if (!form.multipart) {
    return { body: new URLSearchParams([...fields]).toString(), contentType: 'application/x-www-form-urlencoded' }
  }
  const boundary = '----formBoundary7MA4YWxkTrZu0gW'
  const parts = [...fields].map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}\r\n`,
  )
  return { body: `${parts.join('')}--${boundary}--\r\n`, contentType: `multipart/form-data; boundary=${boundary}` }
}
