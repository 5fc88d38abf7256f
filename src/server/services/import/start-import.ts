import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/import/clean'
import type { Target } from '@/domain/import/columns'
import type { Cadence, PrismaClient } from '@/generated/prisma/client'
import { enqueue } from '@/server/jobs/enqueue'
import { textOf, type Locale } from '@/text/translator'
import { RUN_TIMEOUT_MS } from './limits'
import { importChoices } from './stored'
import { writePreview } from './write-preview'

interface Asked {
  readonly runId: string
  readonly ownerId: string
  readonly now: Date
  readonly locale: Locale
}

/** What the preview's form sends. */
export interface ChoicesGiven {
  /** What each column is, in the order of the file; of a file whose columns are known: none. */
  readonly targets: readonly Target[]
  readonly preferFile: boolean
  readonly cadence: Cadence | null
  readonly groupId: string | null
  readonly tag: string
}

/** The run, locked, while it is a preview. @throws DomainError CONFLICT once it is more than that. */
async function withPreview<T>(db: PrismaClient, asked: Asked, work: (tx: Parameters<Parameters<PrismaClient['$transaction']>[0]>[0], run: { id: string; ownerId: string; choices: unknown }) => Promise<T>): Promise<T> {
  const { runId, ownerId, locale } = asked
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM import_run WHERE id = ${runId} AND "ownerId" = ${ownerId} FOR NO KEY UPDATE`
      const run = await tx.importRun.findFirst({ where: { id: runId, ownerId }, select: { id: true, ownerId: true, choices: true, state: true } })
      if (run?.state !== 'PREVIEW') throw new DomainError('CONFLICT', textOf(locale, 'imports')('started'))
      return work(tx, run)
    },
    { timeout: RUN_TIMEOUT_MS },
  )
}

/**
 * Reads the rows anew with other choices; still nothing goes into the list.
 * @throws DomainError NOT_FOUND for a group that is not the owner's; CONFLICT once the import has started.
 */
export async function chooseImport(db: PrismaClient, { given, ...asked }: Asked & { readonly given: ChoicesGiven }): Promise<void> {
  await withPreview(db, asked, async (tx, run) => {
    const before = importChoices.parse(run.choices)
    const { targets, groupId, ...rest } = given
    if (groupId !== null && (await tx.contactGroup.count({ where: { id: groupId, ownerId: asked.ownerId } })) === 0) {
      throw new DomainError('NOT_FOUND', textOf(asked.locale, 'errors')('notFound'))
    }
    const columns = before.columns.map((column, at) => ({ ...column, target: targets[at] ?? column.target }))
    const choices = { ...before, ...rest, groupId, columns, tag: cleanLine(given.tag, 40).toLowerCase() }
    await tx.importRun.update({ where: { id: run.id }, data: { choices } })
    await writePreview(tx, { ...run, choices }, asked.locale)
  })
}

/** 'Import': from here on a job does it. Pressing twice starts it once. */
export async function startImport(db: PrismaClient, { runId, ownerId, now }: Asked): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, ownerId, state: 'PREVIEW' },
      data: { state: 'RUNNING', startedAt: now },
    })
    if (count > 0) await enqueue(tx, 'run-import', { runId }, { jobKey: `run-import:${runId}` })
  })
}
