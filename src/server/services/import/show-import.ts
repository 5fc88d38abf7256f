import type { ImportDecision } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { importChoices, readStored, storedRow, type ImportChoices, type StoredRow } from './stored'

/** Rows shown at once. */
const PAGE = 50
/** Earlier imports that are shown. */
const RUNS = 10

const DECISIONS = ['ADD', 'UPDATE', 'SAME', 'SKIP', 'REFUSED'] as const

interface Asked {
  readonly runId: string
  readonly ownerId: string
  readonly decision: ImportDecision | null
  /** From 1. */
  readonly page: number
}

/** What of a row goes in, beside its name, and what stands where an address should and is none. */
function valuesOf(line: number, stored: StoredRow, choices: ImportChoices): { values: string[]; noAddress: string[] } {
  const read = readStored(line, stored, choices)
  if ('problem' in read) return { values: [], noAddress: [] }
  const { fields, organization } = read.card
  const reach = fields.filter(({ kind }) => kind === 'EMAIL' || kind === 'PHONE').map(({ value }) => value)
  const typed = choices.columns.flatMap(({ target }, at) => (target === 'EMAIL' ? (stored.cells?.[at] ?? '').split(/:::|[;\n]/u) : []))
  const cells = typed.map((cell) => cell.trim().replace(/^mailto:/iu, '')).filter((cell) => cell !== '')
  return { values: [organization, ...reach].filter((value) => value !== ''), noAddress: cells.filter((cell) => !reach.includes(cell)) }
}

/** A run as its page shows it: how many rows do what, and some of them. */
export async function showImport(db: Db, { runId, ownerId, decision, page }: Asked) {
  const run = await db.importRun.findFirstOrThrow({
    where: { id: runId, ownerId },
    select: { id: true, format: true, fileName: true, state: true, choices: true, rows: true, done: true, problem: true, createdAt: true, finishedAt: true },
  })
  const groups = await db.contactGroup.findMany({ where: { ownerId }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
  const counted = await db.importRow.groupBy({ by: ['decision'], where: { runId }, _count: true })
  const counts = Object.fromEntries(DECISIONS.map((one) => [one, counted.find((row) => row.decision === one)?._count ?? 0]))
  // Of one that was taken back: who stays in the list.
  const staying = { runId, decision: 'ADD' as const, contactId: { not: null } }
  const undone = run.state === 'UNDONE'
  const rows = await db.importRow.findMany({
    where: undone ? staying : { runId, ...(decision === null ? {} : { decision }) },
    orderBy: { line: 'asc' },
    skip: (page - 1) * PAGE,
    take: PAGE,
    select: { line: true, card: true, problem: true, decision: true, contact: { select: { id: true, name: true } } },
  })
  const choices = importChoices.parse(run.choices)
  return {
    ...run,
    choices,
    counts: { ADD: 0, UPDATE: 0, SAME: 0, SKIP: 0, REFUSED: 0, ...counts },
    groups,
    stayed: undone ? await db.importRow.count({ where: staying }) : 0,
    pageSize: PAGE,
    lines: rows.map(({ line, card, problem, decision: will, contact }) => {
      const stored = storedRow.parse(card ?? {})
      const { name, changes, joins } = stored
      return { ...valuesOf(line, stored, choices), line, name: contact?.name ?? name, contactId: contact?.id ?? null, changes, joins, problem, decision: will ?? 'SKIP' }
    }),
  }
}

/** How far a run is, and a word that changes whenever that does. */
export async function importProgress(db: Db, { runId, ownerId }: Pick<Asked, 'runId' | 'ownerId'>) {
  const run = await db.importRun.findFirst({ where: { id: runId, ownerId }, select: { state: true, done: true, rows: true } })
  return run && { ...run, version: `${run.state}:${String(run.done)}` }
}

/** The latest imports of a person. */
export function listImports(db: Db, ownerId: string) {
  return db.importRun.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: RUNS,
    select: { id: true, fileName: true, format: true, state: true, rows: true, createdAt: true },
  })
}
