import { z } from 'zod'
import { DomainError } from '@/domain/errors'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'
import { entryHash } from './entry-hash'
import { RUN_TIMEOUT_MS } from './limits'

const words = z.object({
  name: z.string(),
  organization: z.string(),
  title: z.string(),
  about: z.string(),
  birthday: z.string().nullable(),
  tags: z.string().array(),
})
/** What an import remembers of an entry: what it was (null: new), what it made of it, and what it added. */
const remembered = z.object({
  words: words.nullable(),
  wrote: words,
  hash: z.string(),
  fieldIds: z.string().array(),
  groupId: z.string().nullable(),
})

const ENTRY = {
  id: true, importRunId: true, userId: true, name: true, organization: true, title: true, about: true, birthday: true, tags: true,
  fields: { select: { id: true } },
  groups: { select: { groupId: true } },
  _count: { select: { interactions: true, followUps: true, merges: true } },
} as const
type Entry = Prisma.ContactGetPayload<{ select: typeof ENTRY }>

/** Whether their owner did anything with an entry that an import made. */
function touched(entry: Entry, { hash, fieldIds, groupId }: z.infer<typeof remembered>, runId: string): boolean {
  const { interactions, followUps, merges } = entry._count
  const own = interactions + followUps + merges > 0 || entry.userId !== null || entry.importRunId !== runId
  const fields = entry.fields.length !== fieldIds.length || entry.fields.some(({ id }) => !fieldIds.includes(id))
  return own || fields || entryHash(entry) !== hash || entry.groups.some((group) => group.groupId !== groupId)
}

/** What an entry that was there before says again: each thing that nobody changed since. */
function restored(entry: Entry, { words: before, wrote }: z.infer<typeof remembered>): Prisma.ContactUpdateInput {
  if (!before) return {}
  const same = (one: unknown, two: unknown) => JSON.stringify(one) === JSON.stringify(two)
  const keys = ['name', 'organization', 'title', 'about', 'birthday', 'tags'] as const
  return Object.fromEntries(keys.flatMap((key) => (same(entry[key], wrote[key]) && !same(before[key], wrote[key]) ? [[key, before[key]]] : [])))
}

/**
 * Takes away what an import brought. An entry that its owner has done something with since stays, and what was changed
 * of others is put back where nobody changed it again. Repeating it changes nothing.
 * @returns how many entries went, and the names of those that stay.
 * @throws DomainError CONFLICT for an import that is not done, or whose time to be undone is over.
 */
export function undoImport(
  db: PrismaClient,
  { runId, ownerId, now, locale }: { readonly runId: string; readonly ownerId: string; readonly now: Date; readonly locale: Locale },
): Promise<{ removed: number; stayed: string[] }> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM import_run WHERE id = ${runId} AND "ownerId" = ${ownerId} FOR NO KEY UPDATE`
      const run = await tx.importRun.findFirst({ where: { id: runId, ownerId }, select: { state: true } })
      if (run?.state === 'UNDONE') return { removed: 0, stayed: [] }
      const rows = await tx.importRow.findMany({ where: { runId }, select: { before: true, contact: { select: ENTRY } } })
      if (run?.state !== 'DONE' || rows.length === 0) throw new DomainError('CONFLICT', textOf(locale, 'imports')('undoOver'))
      const gone: string[] = []
      const stayed: string[] = []
      for (const { before, contact } of rows) {
        const known = remembered.safeParse(before)
        if (!contact || !known.success) continue
        const { fieldIds, groupId, words: was } = known.data
        if (was === null && !touched(contact, known.data, runId)) {
          gone.push(contact.id)
          continue
        }
        if (was === null) {
          stayed.push(contact.name)
          continue
        }
        const data = restored(contact, known.data)
        if (Object.keys(data).length > 0) await tx.contact.update({ where: { id: contact.id }, data })
        if (fieldIds.length > 0) await tx.contactField.deleteMany({ where: { contactId: contact.id, id: { in: fieldIds } } })
        if (groupId !== null) await tx.contactGroupMember.deleteMany({ where: { contactId: contact.id, groupId } })
      }
      await tx.contact.deleteMany({ where: { ownerId, id: { in: gone } } })
      await tx.importRow.updateMany({ where: { runId }, data: { before: {} } })
      await tx.importRun.update({ where: { id: runId }, data: { state: 'UNDONE', undoneAt: now } })
      return { removed: gone.length, stayed }
    },
    { timeout: RUN_TIMEOUT_MS },
  )
}
