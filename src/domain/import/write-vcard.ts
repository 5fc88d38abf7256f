import type { ImportCard } from './card'

/** RFC 6350, 3.4. */
const escape = (text: string) => text.replace(/([\\,;])/gu, '\\$1').replace(/\r\n|[\r\n]/gu, '\\n')

/** RFC 6350, 3.2: lines of at most 75 bytes, in UTF-8, without the line break. */
const LINE_BYTES = 75

/** How many bytes a character takes in UTF-8. */
function utf8Bytes(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
}

/** Folds a line where it is too long, never inside a character; what goes on begins with a blank. */
function fold(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = utf8Bytes(character)
    if (bytes + size > LINE_BYTES) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

/** Labels that vCard has types for; others go in Apple's way, which all address books read. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['work', 'work'],
  ['home', 'home'],
  ['mobile', 'cell'],
  ['fax', 'fax'],
  ['work fax', 'work,fax'],
  ['home fax', 'home,fax'],
  ['work mobile', 'work,cell'],
  ['pager', 'pager'],
])
const PROPERTIES = { EMAIL: 'EMAIL', PHONE: 'TEL', URL: 'URL', ADDRESS: 'ADR' } as const

function fieldLines({ kind, label, value }: ImportCard['fields'][number], at: number): string[] {
  const property = PROPERTIES[kind]
  const text = kind === 'ADDRESS' ? `;;${escape(value)};;;;` : escape(value)
  const type = TYPES.get(label)
  if (type !== undefined && (kind === 'PHONE' || !/cell|fax|pager/u.test(type))) {
    const said = type.includes(',') ? `"${type}"` : type
    return [`${property};TYPE=${said}:${text}`]
  }
  if (label === '') return [`${property}:${text}`]
  const group = `item${String(at + 1)}`
  return [`${group}.${property}:${text}`, `${group}.X-ABLABEL:${escape(label)}`]
}

/** Somebody as a vCard 4.0 (RFC 6350), lines ended as it asks; what the reader here reads comes back as it was. */
export function writeVcard({ name, organization, title, about, birthday, tags, fields }: Omit<ImportCard, 'connectedOn'>, uid: string): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${escape(uid)}`,
    `FN:${escape(name)}`,
    ...(organization === '' ? [] : [`ORG:${escape(organization)}`]),
    ...(title === '' ? [] : [`TITLE:${escape(title)}`]),
    ...(birthday === null ? [] : [`BDAY:${birthday.startsWith('--') ? `--${birthday.slice(2).replace('-', '')}` : birthday.replaceAll('-', '')}`]),
    ...fields.flatMap(fieldLines),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escape).join(',')}`]),
    ...(about === '' ? [] : [`NOTE:${escape(about)}`]),
    'END:VCARD',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
