import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { UsageError } from '../command-line'

/** What one person wrote in the form: codes, or names. */
export interface FormEntry {
  readonly id: string
  readonly topics: readonly string[]
  readonly languages: readonly string[]
  readonly affiliation: readonly string[]
  readonly city: readonly string[]
  readonly studies: readonly string[]
}

/** A conference: who wrote what, and how long any two were near each other. */
export interface Conference {
  /** Those who filled in the form, that is, who named a topic. */
  readonly people: readonly FormEntry[]
  /** In seconds; 0 for two who were never near each other. */
  readonly secondsTogether: (a: string, b: string) => number
}

const code = z.union([z.string(), z.number()]).transform(String)
const codes = z.array(code).default([]).transform((all) => [...new Set(all)])
const form = z.array(
  z.object({ id: code, topics: codes, languages: codes, affiliation: codes, city: codes, studies: codes }),
)
const contact = z.object({ a: z.string().min(1), b: z.string().min(1), seconds: z.coerce.number().nonnegative() })

/**
 * Reads `people.json` (a list of forms) and `contacts.csv` (columns a, b and seconds, a pair a line).
 * @throws UsageError when a file is missing, or is not of that form.
 */
export async function readConference(directory: string): Promise<Conference> {
  const people = parsePeople(await read(directory, 'people.json'))
  const seconds = parseContacts(await read(directory, 'contacts.csv'))
  const withForm = people.filter(({ topics }) => topics.length > 0)
  if (withForm.length < 2) throw new UsageError('people.json names fewer than two people with topics.')
  return { people: withForm, secondsTogether: (a, b) => seconds.get(keyOf(a, b)) ?? 0 }
}

async function read(directory: string, name: string): Promise<string> {
  try {
    return await readFile(path.join(directory, name), 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new UsageError(`${path.join(directory, name)} cannot be read${why}.`)
  }
}

function parsePeople(text: string): FormEntry[] {
  const { data, error } = form.safeParse(parseJson(text))
  if (error) {
    const [issue] = error.issues
    const where = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
    throw new UsageError(`people.json is not a list of forms${where}: ${issue?.message ?? 'unknown fault'}.`)
  }
  if (new Set(data.map(({ id }) => id)).size < data.length) throw new UsageError('people.json has an id twice.')
  return data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('people.json is no JSON.')
  }
}

function parseContacts(text: string): Map<string, number> {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = header.split(',').map((name) => name.trim())
  const seconds = new Map<string, number>()
  lines.forEach((line, at) => {
    if (line.trim() === '') return
    const cells = line.split(',').map((cell) => cell.trim())
    const row = contact.safeParse(Object.fromEntries(columns.map((name, column) => [name, cells[column]])))
    if (!row.success || cells[columns.indexOf('seconds')] === '') {
      throw new UsageError(`contacts.csv needs the columns a, b and seconds; line ${String(at + 2)} has not all of them.`)
    }
    const key = keyOf(row.data.a, row.data.b)
    seconds.set(key, (seconds.get(key) ?? 0) + row.data.seconds)
  })
  if (seconds.size === 0) throw new UsageError('contacts.csv holds no contacts.')
  return seconds
}

function keyOf(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}
