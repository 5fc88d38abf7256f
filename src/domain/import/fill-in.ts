import { fieldKey } from '../contact/field-key'
import type { ImportCard } from './card'

/** What an entry says of somebody. */
export interface Words {
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly about: string
  readonly birthday: string | null
  readonly tags: readonly string[]
}

/** What a row changes of an entry. */
export const CHANGES = ['NAME', 'ORGANIZATION', 'TITLE', 'ABOUT', 'BIRTHDAY', 'TAGS', 'EMAIL', 'PHONE', 'URL', 'ADDRESS'] as const
export type Change = (typeof CHANGES)[number]

const ABOUT_MAX = 4_000
const MOST_TAGS = 60
/** Ways to reach somebody that an entry has at most: rows about one person may go on for ever. */
const MOST_FIELDS = 400

/** The file's note below the owner's, unless it stands there already or there is no room. */
function about(own: string, file: string): string {
  if (file === '' || own.includes(file)) return own
  const both = own === '' ? file : `${own}\n\n${file}`
  return Array.from(both).length <= ABOUT_MAX ? both : own
}

/** A whole date is better than a day without a year, whoever has it. */
function birthday(own: string | null, file: string | null, preferFile: boolean): string | null {
  if (own === null || file === null) return own ?? file
  if (own.slice(-5) === file.slice(-5)) return own.startsWith('--') ? file : own
  return preferFile ? file : own
}

/** What an entry says once a card has filled its gaps, and what that changes. An entry without a name is a new one. */
export function fillIn(
  { words: own, keys }: { readonly words: Words; readonly keys: ReadonlySet<string> },
  card: ImportCard,
  { preferFile }: { readonly preferFile: boolean },
): { readonly words: Words; readonly fields: ImportCard['fields']; readonly changes: readonly Change[] } {
  const pick = (mine: string, file: string) => (mine === '' || (preferFile && file !== '') ? file : mine)
  const words: Words = {
    name: pick(own.name, card.name),
    organization: pick(own.organization, card.organization),
    title: pick(own.title, card.title),
    about: about(own.about, card.about),
    birthday: birthday(own.birthday, card.birthday, preferFile),
    tags: [...new Set([...own.tags, ...card.tags])].slice(0, Math.max(own.tags.length, MOST_TAGS)),
  }
  const added = new Set<string>()
  const fields = card.fields.filter(({ kind, value }) => {
    const key = `${kind} ${fieldKey(kind, value)}`
    if (keys.has(key) || added.has(key) || key === `${kind} ` || keys.size + added.size >= MOST_FIELDS) return false
    added.add(key)
    return true
  })
  const changed = [
    ['NAME', words.name !== own.name],
    ['ORGANIZATION', words.organization !== own.organization],
    ['TITLE', words.title !== own.title],
    ['ABOUT', words.about !== own.about],
    ['BIRTHDAY', words.birthday !== own.birthday],
    ['TAGS', words.tags.length !== own.tags.length],
  ] as const
  const changes = [...changed.flatMap(([change, is]) => (is ? [change] : [])), ...new Set(fields.map(({ kind }) => kind))]
  return { words, fields, changes }
}
