import { rowOf, type LooseCard, type LooseField, type ReadRow } from './card'
import { oneLine } from './clean'
import { contentLines, type ContentLine } from './content-lines'
import { quotedPrintable } from './quoted-printable'

/** The value as text, before escapes are taken out of it. */
function rawText({ params, value }: ContentLine): string {
  const quoted = (params.get('ENCODING') ?? []).some((encoding) => encoding.toUpperCase() === 'QUOTED-PRINTABLE')
  return quoted ? quotedPrintable(value, params.get('CHARSET')?.[0]) : value
}

/** RFC 6350, 3.4: a line break, or the sign itself. */
const unescape = (text: string) => text.replace(/\\([\s\S])/gu, (_, sign: string) => (/n/iu.test(sign) ? '\n' : sign))

/** The parts of a value, at separators that are not escaped. */
function split(text: string, separator: string): string[] {
  const found: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\\') {
      part += sign + text.charAt(at + 1)
      at += 1
    } else if (sign === separator) {
      found.push(part)
      part = ''
    } else part += sign
  }
  return [...found, part].map((one) => unescape(one).trim())
}

/** Types that say nothing of where: every number is a voice number to somebody. */
const PLAIN_TYPES = new Set(['internet', 'pref', 'voice', 'x400', 'msg', 'other', 'postal', 'parcel', 'dom', 'intl', 'x-internet', 'text', 'video'])

function labelOf({ group, params }: ContentLine, labels: ReadonlyMap<string, string>): string {
  // Apple writes its own labels as _$!<HomePage>!$_.
  const own = group === '' ? undefined : labels.get(group)?.replace(/^_\$!<(.*)>!\$_$/u, '$1')
  if (own !== undefined && own !== '') return own.toLowerCase()
  const types = (params.get('TYPE') ?? []).map((type) => type.trim().toLowerCase())
  const telling = types.filter((type) => !PLAIN_TYPES.has(type) && !/^\d*$/u.test(type)).slice(0, 2)
  return telling.map((type) => (type === 'cell' ? 'mobile' : type)).join(' ')
}

const KINDS: ReadonlyMap<string, LooseField['kind']> = new Map([
  ['EMAIL', 'EMAIL'],
  ['TEL', 'PHONE'],
  ['URL', 'URL'],
  ['X-SOCIALPROFILE', 'URL'],
  ['SOCIALPROFILE', 'URL'],
  ['ADR', 'ADDRESS'],
])

function fieldOf(line: ContentLine, labels: ReadonlyMap<string, string>): LooseField[] {
  const kind = KINDS.get(line.name)
  if (kind === undefined) return []
  const text = rawText(line)
  const parts = kind === 'ADDRESS' ? split(text, ';').map(oneLine) : [unescape(text)]
  return [{ kind, value: parts.filter((part) => part !== '').join(', '), label: labelOf(line, labels) }]
}

/** Groups that an address book puts everybody in. */
const NO_TAG = /^(?:\* ?)?my ?contacts$|^\* ?starred$/iu

function nameOf(first: (name: string) => string): string {
  const [family = '', given = '', more = ''] = split(first('N'), ';')
  const put = [given, more, family].filter((part) => part !== '').join(' ')
  return [unescape(first('FN')).trim(), put, unescape(first('NICKNAME'))].find((name) => name !== '') ?? ''
}

function looseCard(lines: readonly ContentLine[]): LooseCard {
  const all = (name: string) => lines.filter((line) => line.name === name).map(rawText)
  const first = (name: string) => all(name).find((text) => text.trim() !== '') ?? ''
  const labels = new Map(lines.filter(({ name }) => name === 'X-ABLABEL').map((line) => [line.group, unescape(rawText(line))]))
  return {
    name: nameOf(first),
    organization: split(first('ORG'), ';')
      .filter((part) => part !== '')
      .join(', '),
    title: unescape(first('TITLE') || first('ROLE')),
    about: all('NOTE').map(unescape).join('\n\n'),
    birthday: unescape(first('BDAY')),
    tags: all('CATEGORIES')
      .flatMap((text) => split(text, ','))
      .filter((tag) => !NO_TAG.test(tag)),
    fields: lines.flatMap((line) => fieldOf(line, labels)),
  }
}

const isList = (lines: readonly ContentLine[]) =>
  lines.some(({ name, value }) => (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && /^\s*group\s*$/iu.test(value))

/** Properties of one card that are looked at: nobody has more. */
const MOST_LINES = 2_000

interface OpenCard {
  readonly line: number
  readonly lines: ContentLine[]
}

function* finished(card: OpenCard | null): Generator<ReadRow> {
  if (!card) return
  yield isList(card.lines) ? { line: card.line, problem: 'NOT_A_PERSON' } : rowOf(card.line, looseCard(card.lines))
}

/**
 * The cards of a vCard file, of version 2.1, 3.0 or 4.0, however many. One within another, as 2.1's AGENT has it, is
 * passed over; one that is never closed ends where the next begins.
 *
 * @param text with single line feeds
 */
export function* readVcards(text: string): Generator<ReadRow> {
  let card: OpenCard | null = null
  let within = 0
  let agent = false
  for (const line of contentLines(text)) {
    const edge = line.value.trim().toUpperCase() === 'VCARD' ? line.name : ''
    if (edge === 'BEGIN' && card && agent) within += 1
    else if (edge === 'BEGIN') {
      yield* finished(card)
      card = { line: line.line, lines: [] }
      within = 0
    } else if (edge === 'END' && within > 0) within -= 1
    else if (edge === 'END') {
      yield* finished(card)
      card = null
    } else if (card && within === 0 && card.lines.length < MOST_LINES) card.lines.push(line)
    agent = line.name === 'AGENT'
  }
  yield* finished(card)
}
