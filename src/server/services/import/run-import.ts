import type { Planned } from '@/domain/import/plan-import'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { publish } from '@/server/live/publish'
import { newId } from '@/server/lib/tokens'
import { fieldRows, insertFields } from '@/server/services/contact/put-fields'
import { LOCALES, textOf } from '@/text/translator'
import { entryHash } from './entry-hash'
import { chunks, MOST_TRIES, RUN_TIMEOUT_MS } from './limits'
import { decisionOf, planRun, problemSentence } from './plan-run'
import type { ImportChoices } from './stored'

interface Writing {
  readonly runId: string
  readonly ownerId: string
  readonly choices: ImportChoices
  readonly now: Date
}

type Written = Planned & { readonly id: string }

/** New entries, and the words of those that change. */
async function writeWords(tx: Prisma.TransactionClient, people: readonly Written[], { runId, ownerId, choices, now }: Writing): Promise<void> {
  const json = JSON.stringify(people.map(({ id, contactId, words }) => ({ id, fresh: contactId === null, ...words })))
  await tx.$executeRaw`
    INSERT INTO contact (id, "ownerId", name, organization, title, about, birthday, tags, source, cadence, "importRunId", "createdAt")
    SELECT p.id, ${ownerId}, p.name, p.organization, p.title, p.about, p.birthday, p.tags, 'IMPORT', ${choices.cadence}::"Cadence", ${runId}, ${now}
    FROM jsonb_to_recordset(${json}::jsonb)
      AS p(id text, fresh boolean, name text, organization text, title text, about text, birthday text, tags text[])
    WHERE p.fresh`
  await tx.$executeRaw`
    UPDATE contact c SET name = p.name, organization = p.organization, title = p.title, about = p.about, birthday = p.birthday, tags = p.tags
    FROM jsonb_to_recordset(${json}::jsonb)
      AS p(id text, fresh boolean, name text, organization text, title text, about text, birthday text, tags text[])
    WHERE c.id = p.id AND c."ownerId" = ${ownerId} AND NOT p.fresh`
}

/** Ways to reach them and the group. @returns which fields and memberships are new, by contact. */
async function writeTies(tx: Prisma.TransactionClient, people: readonly Written[], { ownerId, choices, now }: Writing) {
  const fields = people.flatMap(({ id, newFields }) => fieldRows({ contactId: id, fields: newFields, now }))
  await insertFields(tx, fields)
  const ids = people.map(({ id }) => id)
  const joined = await tx.$queryRaw<{ contactId: string }[]>`
    INSERT INTO contact_group_member ("groupId", "contactId")
    SELECT g.id, c FROM contact_group g CROSS JOIN unnest(${ids}::text[]) AS c WHERE g.id = ${choices.groupId} AND g."ownerId" = ${ownerId}
    ON CONFLICT DO NOTHING RETURNING "contactId"`
  return { fields, joined: new Set(joined.map(({ contactId }) => contactId)) }
}

/** One part of the people, with what each was, for undoing it. */
async function writePart(tx: Prisma.TransactionClient, people: readonly Written[], writing: Writing): Promise<void> {
  await writeWords(tx, people, writing)
  const { fields, joined } = await writeTies(tx, people, writing)
  const fieldIds = new Map(people.map(({ id }): [string, string[]] => [id, []]))
  for (const field of fields) fieldIds.get(field.contactId)?.push(field.id)
  const rows = people.map(({ id, contactId, before, words, line }) => ({
    line,
    id,
    before: {
      words: contactId === null ? null : before,
      wrote: words,
      hash: entryHash(words),
      fieldIds: fieldIds.get(id) ?? [],
      groupId: joined.has(id) ? writing.choices.groupId : null,
    },
  }))
  await tx.$executeRaw`
    UPDATE import_row r SET "contactId" = p.id, before = p.before
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p(line int, id text, before jsonb)
    WHERE r."runId" = ${writing.runId} AND r.line = p.line`
}

/** Whether this run is this job's alone: one that repeats a killed one waits for nothing. */
async function takeRun(tx: Prisma.TransactionClient, runId: string) {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`import:${runId}`}, 0)) AS mine`
  if (lock?.mine !== true) return null
  const run = await tx.importRun.findFirst({
    where: { id: runId, state: 'RUNNING' },
    select: { id: true, ownerId: true, choices: true, rows: true, tries: true, owner: { select: { locale: true } } },
  })
  if (!run) return null
  // One import of a person at a time, and no entry changes between being looked at and being written.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`imports:${run.ownerId}`}, 0))`
  await tx.$executeRaw`SELECT 1 FROM contact WHERE "ownerId" = ${run.ownerId} ORDER BY id FOR UPDATE`
  return run
}

/**
 * Imports a run that was started: all of it in one transaction, so that none of it is there if it is killed in the
 * middle, and repeating it is safe. How far it is goes out beside that transaction, and so does that it was begun: one
 * that failed or died {@link MOST_TRIES} times is given up, and what was read of its file goes.
 */
export async function runImport(db: PrismaClient, { runId, now }: { readonly runId: string; readonly now: Date }): Promise<void> {
  const tell = async (done: number) => {
    await db.importRun.updateMany({ where: { id: runId, state: 'RUNNING' }, data: { done } })
    await publish(db, { topic: 'import', eventId: runId })
  }
  await db.$transaction(
    async (tx) => {
      const run = await takeRun(tx, runId)
      if (!run) return
      const locale = LOCALES.find((one) => one === run.owner.locale) ?? LOCALES[0]
      if (run.tries >= MOST_TRIES) {
        await tx.importRow.deleteMany({ where: { runId } })
        await tx.importRun.update({ where: { id: runId }, data: { state: 'FAILED', finishedAt: now, problem: textOf(locale, 'imports')('failed') } })
        return
      }
      await db.importRun.update({ where: { id: runId }, data: { tries: { increment: 1 }, done: 0 } })
      const { rows, people, choices } = await planRun(tx, run, locale)
      const written = people.map((person): Written => ({ ...person, id: person.contactId ?? newId('contact') }))
      const writing = { runId, ownerId: run.ownerId, choices, now }
      let done = 0
      for (const part of chunks(written)) {
        await writePart(tx, part, writing)
        done += part.length
        await tell(Math.min(done, run.rows))
      }
      for (const part of chunks(rows)) {
        const json = part.map((row) => ({ line: row.line, decision: decisionOf(row), problem: problemSentence(locale, row) }))
        await tx.$executeRaw`
          UPDATE import_row r SET decision = p.decision::"ImportDecision", problem = p.problem, card = NULL
          FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS p(line int, decision text, problem text)
          WHERE r."runId" = ${runId} AND r.line = p.line`
      }
      await tx.importRun.update({ where: { id: runId }, data: { state: 'DONE', done: run.rows, finishedAt: now } })
    },
    { timeout: RUN_TIMEOUT_MS, maxWait: RUN_TIMEOUT_MS },
  )
  await publish(db, { topic: 'import', eventId: runId })
}
