import { cleanLine } from '@/domain/import/clean'
import { decodeBytes } from '@/domain/import/decode-bytes'
import { FILE_MAX_MB, FILE_MAX_ROWS, type FileProblem } from '@/domain/import/limits'
import { readFile, type ReadFile } from '@/domain/import/read-file'
import type { PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import type { Locale } from '@/text/translator'
import { chunks, RUN_TIMEOUT_MS } from './limits'
import { importChoices, type StoredRow } from './stored'
import { writePreview } from './write-preview'

interface Upload {
  readonly ownerId: string
  readonly file: Blob
  readonly fileName: string
  readonly now: Date
  readonly locale: Locale
}

/** What is kept of each row until it is imported, or a day: cells of an unknown table, else what was read of them. */
function storedRows(read: ReadFile): { line: number; card: Partial<StoredRow> }[] {
  if (read.format === 'CSV') {
    return read.rows.map(({ line, cells, broken }) => ({ line, card: { cells: [...cells], broken } }))
  }
  return read.rows.map((row) => ({ line: row.line, card: 'card' in row ? { card: row.card } : { refused: row.problem } }))
}

/** Why what was read cannot be used; null for what can. */
function refusal({ rows }: ReadFile): FileProblem | null {
  if (rows.length === 0) return 'nothingRead'
  return rows.length > FILE_MAX_ROWS ? 'tooManyRows' : null
}

/**
 * Reads a file in memory and writes down what it would do; nothing goes into the list, and the file is not kept.
 * @returns the run, or why the file cannot be used.
 */
export async function readUpload(db: PrismaClient, { ownerId, file, fileName, now, locale }: Upload): Promise<{ runId: string } | { problem: FileProblem }> {
  if (file.size === 0) return { problem: 'noFile' }
  if (file.size > FILE_MAX_MB * 1024 * 1024) return { problem: 'tooLarge' }
  const read = readFile(decodeBytes(new Uint8Array(await file.arrayBuffer())), FILE_MAX_ROWS + 1)
  const problem = refusal(read)
  if (problem !== null) return { problem }
  const rows = storedRows(read)
  const choices = importChoices.parse(read.format === 'CSV' ? { columns: read.columns } : {})
  const id = newId('importRun')
  const name = cleanLine(fileName, 200)
  await db.$transaction(
    async (tx) => {
      await tx.importRun.create({ data: { id, ownerId, format: read.format, fileName: name, rows: rows.length, choices, createdAt: now } })
      for (const part of chunks(rows)) {
        await tx.$executeRaw`
          INSERT INTO import_row ("runId", line, card)
          SELECT ${id}, r.line, r.card FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb) AS r(line int, card jsonb)`
      }
      await writePreview(tx, { id, ownerId, choices }, locale)
    },
    { timeout: RUN_TIMEOUT_MS },
  )
  return { runId: id }
}
