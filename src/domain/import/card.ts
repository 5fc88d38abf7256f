import { z } from 'zod'
import { FIELD_KINDS, type FieldKind } from '../contact/field-key'
import { cleanLine, cleanText } from './clean'
import { birthdayOf } from './dates'

/** A way to reach somebody, as a file gives it. */
export interface LooseField {
  readonly kind: FieldKind
  readonly label: string
  readonly value: string
}

/** Somebody as a file describes them: nothing in it has been looked at. */
export interface LooseCard {
  readonly name: string
  readonly organization?: string
  readonly title?: string
  readonly about?: string
  readonly birthday?: string
  readonly tags?: readonly string[]
  readonly fields: readonly LooseField[]
  /** ISO date of a connection elsewhere, where the file says one. */
  readonly connectedOn?: string | null
}

/** Somebody as they can go into a list: clean, and within the lengths of the columns. */
export const importCard = z.object({
  name: z.string(),
  organization: z.string(),
  title: z.string(),
  about: z.string(),
  birthday: z.string().nullable(),
  tags: z.string().array(),
  fields: z.object({ kind: z.enum(FIELD_KINDS), label: z.string(), value: z.string() }).array(),
  connectedOn: z.string().nullable(),
})
export type ImportCard = z.infer<typeof importCard>

/** Why something in a file cannot go in. */
export const ROW_PROBLEMS = ['NO_NAME', 'TOO_MANY_CELLS', 'BAD_QUOTES', 'NOT_A_PERSON'] as const
export type RowProblem = (typeof ROW_PROBLEMS)[number]

/** What stands at a line of a file, counted from 1. */
export type ReadRow = { readonly line: number; readonly card: ImportCard } | { readonly line: number; readonly problem: RowProblem }

/** As many of each as anybody has. */
const MOST_FIELDS = 40
const MOST_TAGS = 20

/** An address that something could be sent to; no list of several, and nothing around it. */
const EMAIL = /^[^\s@<>,;"()]+@[^\s@<>,;"()]+$/u
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/iu

/** The value as it is kept; empty for what is none of its kind, such as an address that would run something. */
function cleanValue({ kind, value }: LooseField): string {
  const line = cleanLine(value, 500)
  if (kind === 'EMAIL') {
    const address = line.replace(/^mailto:/iu, '')
    return address.length <= 254 && EMAIL.test(address) ? address : ''
  }
  if (kind === 'PHONE') return line.replace(/^tel:/iu, '').replace(/;ext=(\d+).*$/iu, ' ext. $1')
  if (kind === 'URL') return OTHER_SCHEME.test(line) || !/[.:]/u.test(line) || line.includes(' ') ? '' : line
  return line
}

function cleanFields(fields: readonly LooseField[]): ImportCard['fields'] {
  const clean = fields
    .slice(0, MOST_FIELDS * 4)
    .map((field) => ({ kind: field.kind, label: cleanLine(field.label, 60), value: cleanValue(field) }))
  return clean.filter(({ value }) => value !== '').slice(0, MOST_FIELDS)
}

/**
 * Makes what a file says fit to stand in a list: single lines, no control characters or turned directions, nothing
 * longer than its column. Who has no name is called by what else there is of them.
 * @returns null when there is nothing to call them by.
 */
export function cleanCard(loose: LooseCard): ImportCard | null {
  const fields = cleanFields(loose.fields)
  const organization = cleanLine(loose.organization ?? '', 200)
  const byKind = (kind: FieldKind) => fields.find((field) => field.kind === kind)?.value ?? ''
  const names = [cleanLine(loose.name, 200), organization, byKind('EMAIL'), byKind('PHONE')]
  const name = names.find((one) => /[\p{L}\p{N}\p{So}]/u.test(one))
  if (name === undefined) return null
  const tags = (loose.tags ?? []).slice(0, MOST_TAGS * 4).map((tag) => cleanLine(cleanLine(tag, 40).toLowerCase(), 40))
  return {
    name: cleanLine(name, 200),
    organization,
    title: cleanLine(loose.title ?? '', 200),
    about: cleanText(loose.about ?? '', 4_000),
    birthday: birthdayOf(loose.birthday ?? ''),
    tags: [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS),
    fields,
    connectedOn: loose.connectedOn ?? null,
  }
}

/** The row of a card that was read at this line. */
export function rowOf(line: number, loose: LooseCard): ReadRow {
  const card = cleanCard(loose)
  return card ? { line, card } : { line, problem: 'NO_NAME' }
}
