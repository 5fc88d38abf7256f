import { z } from 'zod'
import { CADENCES } from '@/domain/follow-up/cadence'
import { target } from '@/domain/import/columns'
import { exportTable, exportVcards } from '@/server/services/export/export-contacts'
import { readUpload } from '@/server/services/import/read-upload'
import { listImports, showImport } from '@/server/services/import/show-import'
import { chooseImport, startImport } from '@/server/services/import/start-import'
import { undoImport } from '@/server/services/import/undo-import'
import { watchImport } from '@/server/services/import/watch-import'
import type { Context } from '../context'
import { orNotFound, ownImportRun, provedForAll, provedToRead } from '../own'
import { idOf, proved, router } from '../trpc'

interface Asker {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly viewer: { readonly userId: string }
}

const asker = ({ viewer, clock, locale }: Asker) => ({ ownerId: viewer.userId, now: clock.now(), locale })

const choices = z.object({
  targets: target.array().max(200),
  preferFile: z.boolean(),
  cadence: z.enum(CADENCES).nullable(),
  groupId: idOf('contactGroup').nullable(),
  tag: z.string().max(40),
})

export const importRouter = router({
  /** Reads a file and shows what it would do. */
  read: provedToRead()
    .input(z.object({ file: z.instanceof(Blob), fileName: z.string().max(400) }))
    .mutation(({ ctx, input }) => readUpload(ctx.db, { ...asker(ctx), ...input })),
  list: proved().query(({ ctx }) => listImports(ctx.db, ctx.viewer.userId)),
  show: ownImportRun()
    .input(z.object({ decision: z.enum(['ADD', 'UPDATE', 'SAME', 'SKIP', 'REFUSED']).nullable(), page: z.number().int().min(1).max(1_000) }))
    .query(({ ctx, input }) => showImport(ctx.db, { ...input, ownerId: ctx.viewer.userId })),
  /** Which column is what, and what becomes of whom; shows anew what the file would do. */
  choose: ownImportRun()
    .input(choices)
    .mutation(({ ctx, input: { runId, ...given } }) => chooseImport(ctx.db, { ...asker(ctx), runId, given })),
  start: ownImportRun().mutation(({ ctx, input }) => startImport(ctx.db, { ...asker(ctx), ...input })),
  undo: ownImportRun().mutation(({ ctx, input }) => undoImport(ctx.db, { ...asker(ctx), ...input })),
  /** All of one's own entries as vCard 4, with notes or without. */
  vcards: provedForAll()
    .input(z.object({ notes: z.boolean() }))
    .query(({ ctx, input }) => exportVcards(ctx.db, { ...asker(ctx), ...input })),
  /** The same as a table. */
  table: provedForAll().query(({ ctx }) => exportTable(ctx.db, asker(ctx))),
  /** How far it is; `eventId` is the run's, since every page listens by that name. */
  progress: proved()
    .input(z.object({ eventId: idOf('importRun') }))
    .subscription(async function* ({ ctx, input, signal }) {
      const mine = { id: input.eventId, ownerId: ctx.viewer.userId }
      await orNotFound(ctx, ctx.db.importRun.findFirst({ where: mine, select: { id: true } }))
      yield* watchImport(ctx.db, { runId: input.eventId, ownerId: mine.ownerId, live: ctx.live, signal: signal ?? AbortSignal.abort() })
    }),
})
