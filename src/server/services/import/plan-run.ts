import type { ReadRow } from '@/domain/import/card'
import { planImport, type PlannedRow } from '@/domain/import/plan-import'
import type { Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { textOf, type Locale } from '@/text/translator'
import { importChoices, readStored, storedRow, type ImportChoices, type StoredRow } from './stored'

/** A run that is planned. */
export interface RunToPlan {
  readonly id: string
  readonly ownerId: string
  readonly choices: unknown
}

/** The sentence for a row that cannot go in. */
export function problemSentence(locale: Locale, { problem }: PlannedRow): string | null {
  return problem === null ? null : textOf(locale, 'imports')(`problems.${problem}`)
}

/** Where somebody is known from, as their entry says it: an interaction would start reminders. */
function withOrigin(row: ReadRow, locale: Locale): ReadRow {
  if ('problem' in row || row.card.connectedOn === null) return row
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(row.card.connectedOn))
  const about = [row.card.about, textOf(locale, 'imports')('connectedOn', { date })].filter((text) => text !== '')
  return { ...row, card: { ...row.card, about: about.join('\n\n') } }
}

/** What a run does to its owner's list as it stands now, with the rows as they are stored. */
export async function planRun(db: Db, run: RunToPlan, locale: Locale) {
  const choices: ImportChoices = importChoices.parse(run.choices)
  const rows = await db.importRow.findMany({ where: { runId: run.id, run: { ownerId: run.ownerId } }, orderBy: { line: 'asc' }, select: { line: true, card: true } })
  const contacts = await db.contact.findMany({
    where: contactsOf(run.ownerId),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, organization: true, title: true, about: true, birthday: true, tags: true, fields: { select: { kind: true, key: true } } },
  })
  const stored = rows.map(({ line, card }): readonly [number, StoredRow] => [line, storedRow.parse(card ?? {})])
  const read = stored.map(([line, row]) => withOrigin(readStored(line, row, choices), locale))
  return { ...planImport(read, contacts, choices), stored: new Map(stored), choices }
}

/** How rows are kept in the database: a joined one is passed over. */
export const decisionOf = ({ decision }: PlannedRow) => (decision === 'JOINS' ? 'SKIP' : decision)
