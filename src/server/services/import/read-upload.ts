import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/import/clean'
import { decodeBytes } from '@/domain/import/decode-bytes'
import { readFile, type ReadFile } from '@/domain/import/read-file'
import type { PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { chunks, FILE_MAX_BYTES, FILE_MAX_ROWS, RUN_TIMEOUT_MS } from './limits'
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
    return read.rows.map(({ line, cells, broken }) => ({ line, card: { cells: cells.map((cell) => cell.slice(0, 5_000)), broken } }))
  }
  return read.rows.map((row) => ({ line: row.line, card: 'card' in row ? { card: row.card } : { refused: row.problem } }))
}

/** One sentence for a file that cannot be used; null for one that can. */
function refusal(read: ReadFile, locale: Locale): string | null {
  const t = textOf(locale, 'imports')
  if (read.rows.length === 0) return t('nothingRead')
  return read.rows.length > FILE_MAX_ROWS ? t('tooManyRows', { most: FILE_MAX_ROWS }) : null
}

/**
 * Reads a file in memory and writes down what it would do; nothing goes into the list, and the file is not kept.
 * @throws DomainError BAD_INPUT with one sentence when it is too large or nothing that is known.
 */
export async function readUpload(db: PrismaClient, { ownerId, file, fileName, now, locale }: Upload): Promise<{ runId: string }> {
  const t = textOf(locale, 'imports')
  if (file.size === 0) throw new DomainError('BAD_INPUT', t('noFile'))
  if (file.size > FILE_MAX_BYTES) throw new DomainError('BAD_INPUT', t('tooLarge', { megabytes: FILE_MAX_BYTES / 1024 / 1024 }))
  const read = readFile(decodeBytes(new Uint8Array(await file.arrayBuffer())), FILE_MAX_ROWS + 1)
  const problem = refusal(read, locale)
  if (problem !== null) throw new DomainError('BAD_INPUT', problem)
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
