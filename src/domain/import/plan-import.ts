import { comparedName } from '../contact/alike-names'
import { fieldKey, type FieldKind } from '../contact/field-key'
import type { ImportCard, ReadRow, RowProblem } from './card'
import { fillIn, type Change, type Words } from './fill-in'

/** An entry that its owner has. */
export interface Existing extends Words {
  readonly id: string
  readonly fields: readonly { readonly kind: FieldKind; readonly key: string }[]
}

/** Somebody whom the file is about, as they will stand in the list. */
export interface Planned {
  /** Null: they are new. */
  readonly contactId: string | null
  readonly before: Words
  words: Words
  readonly newFields: ImportCard['fields'][number][]
  readonly keys: Set<string>
  /** The row that is theirs; others of the file join it. */
  line: number | null
}

export interface PlannedRow {
  readonly line: number
  /** JOINS: the same person as an earlier row of the file. */
  readonly decision: 'ADD' | 'UPDATE' | 'SAME' | 'JOINS' | 'REFUSED'
  readonly problem: RowProblem | null
  readonly name: string
  readonly changes: readonly Change[]
  /** The row that it joins. */
  readonly joins: number | null
  readonly person: Planned | null
}

export interface PlanOptions {
  /** Where both say something of an organization or a title, the file's word stands; else the owner's. */
  readonly preferFile: boolean
}

/** As many entries of one name are looked at, so that a thousand of one name do not make a million looks. */
const MOST_LOOKED_AT = 40

const keyOf = (kind: FieldKind, key: string) => `${kind} ${key}`

/** Entries by what finds them. */
class People {
  /** Keys that find somebody under any name, and under one's own. */
  private readonly byKey = new Map<string, Planned[]>()
  /** Names as they are compared: many rows say the same. */
  private readonly compared = new Map<string, string>()
  private readonly byName = new Map<string, Planned[]>()

  add(person: Planned): void {
    push(this.byName, this.called(person.words.name), person)
    for (const key of person.keys) push(this.byKey, this.named(key, person.words.name), person)
  }

  addKey(person: Planned, key: string): void {
    person.keys.add(key)
    push(this.byKey, this.named(key, person.words.name), person)
  }

  private called(name: string): string {
    const known = this.compared.get(name) ?? (comparedName(name) || name.toLowerCase())
    this.compared.set(name, known)
    return known
  }

  /** A profile is one person's under any name; a number may be a whole office's. */
  private named(key: string, name: string): string {
    return key.startsWith('URL linkedin.com/in/') ? key : `${this.called(name)}\n${key}`
  }

  /**
   * Whom a card may be about: those of the same name whom the same key reaches, or whom the same LinkedIn profile does
   * under any name. Who has nothing to be reached by is found by name, unless the organizations differ.
   */
  find(card: ImportCard, keys: readonly string[]): Planned[] {
    const found = new Set<Planned>()
    for (const key of keys) {
      for (const person of (this.byKey.get(this.named(key, card.name)) ?? []).slice(0, MOST_LOOKED_AT)) found.add(person)
    }
    if (found.size > 0) return [...found].slice(0, MOST_LOOKED_AT)
    if (keys.length > 0) return []
    const same = (this.byName.get(this.called(card.name)) ?? []).slice(0, MOST_LOOKED_AT)
    return same.filter(({ words: { organization } }) =>
      card.organization === '' || organization === '' || this.called(organization) === this.called(card.organization))
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

/** What of a card finds somebody: addresses of houses do not, nor does what has nothing to compare, which is not kept. */
const strongKeys = (card: ImportCard) =>
  card.fields.flatMap(({ kind, value }) => {
    const key = fieldKey(kind, value)
    return kind === 'ADDRESS' || key === '' ? [] : [keyOf(kind, key)]
  })

const EMPTY: Words = { name: '', organization: '', title: '', about: '', birthday: null, tags: [] }

/**
 * What a file does to a list, row by row, and what everybody in it will be. Entries only grow, and of several rows about
 * one person the later ones only fill gaps; so a file that was imported changes nothing when it is imported again.
 */
export function planImport(rows: readonly ReadRow[], existing: readonly Existing[], { preferFile }: PlanOptions) {
  const people = new People()
  const planned: Planned[] = []
  for (const { id, fields, ...words } of existing) {
    const keys = new Set(fields.map(({ kind, key }) => keyOf(kind, key)))
    people.add({ contactId: id, before: words, words, newFields: [], keys, line: null })
  }
  const result = rows.map((row): PlannedRow => {
    if ('problem' in row) {
      return { line: row.line, decision: 'REFUSED', problem: row.problem, name: '', changes: [], joins: null, person: null }
    }
    const { line, card } = row
    const options = people
      .find(card, strongKeys(card))
      .map((person) => ({ person, fill: fillIn(person, card, { preferFile: preferFile && person.line === null }) }))
    const best = options.reduce<(typeof options)[number] | undefined>(
      (least, one) => (least && least.fill.changes.length <= one.fill.changes.length ? least : one),
      undefined,
    )
    const fresh: Planned = { contactId: null, before: EMPTY, words: EMPTY, newFields: [], keys: new Set(), line: null }
    const person = best?.person ?? fresh
    const { words, fields, changes } = best?.fill ?? fillIn(fresh, card, { preferFile })
    person.words = words
    person.newFields.push(...fields)
    // Under another name they are found by it too; that happens once, before a first row is theirs.
    if (!best || changes.includes('NAME')) people.add(person)
    for (const { kind, value } of fields) people.addKey(person, keyOf(kind, fieldKey(kind, value)))
    const joins = person.line
    if (joins === null) {
      person.line = line
      planned.push(person)
    }
    const decision = joins !== null ? 'JOINS' : !best ? 'ADD' : changes.length > 0 ? 'UPDATE' : 'SAME'
    return { line, decision, problem: null, name: card.name, changes: best ? changes : [], joins, person }
  })
  return { rows: result, people: planned }
}
