/** A line of a vCard once it is unfolded: `group.NAME;PARAM=value:value`. */
export interface ContentLine {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly group: string
  /** In upper case, as parameters' names. */
  readonly name: string
  readonly params: ReadonlyMap<string, readonly string[]>
  readonly value: string
}

/** What is large and never used: passed over, not put together. */
const SKIPPED = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-MS-CARDPICTURE', 'X-MS-OL-DESIGN'])
/** Words that vCard 2.1 allows without `ENCODING=`; every other bare word is a type. */
const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'])
/** The longest head of a line that is one, in UTF-16 units, and the most parameters of it that count. */
const HEAD_MAX = 2_000
const PARAMS_MAX = 50

/** Where the head ends: the first colon outside quotes; of quotes that are never closed, the first at all. -1: none. */
function colonOf(line: string): number {
  let quoted = false
  for (let at = 0; at < Math.min(line.length, HEAD_MAX); at += 1) {
    const sign = line[at]
    if (sign === '"') quoted = !quoted
    else if (sign === ':' && !quoted) return at
  }
  return quoted ? line.slice(0, HEAD_MAX).indexOf(':') : -1
}

/** Parts between separators that stand outside quotes. */
function parts(text: string, separator: string): string[] {
  const found: string[] = []
  let part = ''
  let quoted = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    if (sign === separator && !quoted) {
      found.push(part)
      part = ''
    } else part += sign
  }
  return [...found, part]
}

/** RFC 6868: signs that may not stand in a parameter. */
const unhat = (text: string) =>
  text.replace(/\^([n'^])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))

function readParams(texts: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  const add = (name: string, values: readonly string[]) => params.set(name, [...(params.get(name) ?? []), ...values])
  for (const text of texts.slice(0, PARAMS_MAX)) {
    const equals = text.indexOf('=')
    if (equals === -1) add(ENCODINGS.has(text.toUpperCase()) ? 'ENCODING' : 'TYPE', [text])
    else {
      // 'work,cell' in one pair of quotes is two types as well (RFC 6350, 5.6).
      const values = parts(text.slice(equals + 1), ',').flatMap((value) => value.replaceAll('"', '').split(','))
      add(text.slice(0, equals).trim().toUpperCase(), values.map(unhat))
    }
  }
  return params
}

/** The head of a line, without its value; null for a line that has none, such as one of a picture. */
function readHead(line: string) {
  const colon = colonOf(line)
  if (colon < 1) return null
  const [full = '', ...texts] = parts(line.slice(0, colon), ';')
  const dot = full.lastIndexOf('.')
  const name = full.slice(dot + 1).trim().toUpperCase()
  if (!/^[A-Z\d-]+$/u.test(name)) return null
  return { group: full.slice(0, Math.max(dot, 0)).toLowerCase(), name, params: readParams(texts), colon }
}

interface OpenLine {
  readonly head: NonNullable<ReturnType<typeof readHead>>
  readonly line: number
  readonly pieces: string[]
  readonly quoted: boolean
}

function* closed(open: OpenLine | null): Generator<ContentLine> {
  if (!open || SKIPPED.has(open.head.name)) return
  const { group, name, params } = open.head
  yield { line: open.line, group, name, params, value: open.pieces.join('') }
}

/** What goes on the line before: after a blank, or after a soft line break. @returns whether it does. */
function goesOn(open: OpenLine, raw: string): boolean {
  const last = open.pieces.at(-1) ?? ''
  if (open.quoted && last.endsWith('=')) {
    open.pieces[open.pieces.length - 1] = last.slice(0, -1)
    open.pieces.push(raw)
    return true
  }
  if (!/^[ \t]/u.test(raw)) return false
  if (!SKIPPED.has(open.head.name)) open.pieces.push(raw.slice(1))
  return true
}

/**
 * The content lines of vCards of any version (RFC 6350 section 3.2, vCard 2.1 section 2.1): lines that begin with a
 * blank go on the one before, as does what follows a soft line break of quoted-printable text. Each character of the
 * text is looked at a fixed number of times; lines that are no content lines are left out.
 *
 * @param text with single line feeds
 */
export function* contentLines(text: string): Generator<ContentLine> {
  let open: OpenLine | null = null
  let number = 0
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    const raw = text.slice(start, end === -1 ? text.length : end)
    start = end === -1 ? text.length + 1 : end + 1
    number += 1
    if (open && goesOn(open, raw)) continue
    const head = readHead(raw)
    // What has no head belongs to a picture that was not folded, and to nothing else.
    if (!head) continue
    yield* closed(open)
    const quoted = (head.params.get('ENCODING') ?? []).some((encoding) => encoding.toUpperCase() === 'QUOTED-PRINTABLE')
    open = { head, line: number, pieces: [raw.slice(head.colon + 1)], quoted }
  }
  yield* closed(open)
}
