import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { runImport } from '@/server/services/import/run-import'
import { tendImports } from '@/server/services/import/tend-imports'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

async function importer() {
  const owner = await buildUser(db)
  const caller = createCaller(buildContext(db, viewerOf(owner)))
  const offer = (text: string | Uint8Array<ArrayBuffer>, fileName = 'people.csv') => caller.import.read({ file: new Blob([text]), fileName })
  const read = async (...file: Parameters<typeof offer>) => {
    const answer = await offer(...file)
    if ('problem' in answer) throw new Error(answer.problem)
    return answer
  }
  const run = async (runId: string) => {
    await caller.import.start({ runId })
    await runImport(db, { runId, now: NOW })
  }
  const counts = async (runId: string) => (await caller.import.show({ runId, decision: null, page: 1 })).counts
  const bring = async (text: string) => {
    const { runId } = await read(text)
    await run(runId)
    return { runId, counts: await counts(runId) }
  }
  return { owner, caller, offer, read, run, counts, bring }
}

const TABLE = 'Name,E-mail,Company\nAda Lovelace,ada@example.org,Engines\n,,\nGrace Hopper,grace@example.org,Navy,too,many\nAlan Turing,,"Bletchley, Park"\n'
const NONE = { ADD: 0, UPDATE: 0, SAME: 0, SKIP: 0, REFUSED: 0 }

describe('importing a file', () => {
  it('reads a cell that is longer than is kept, and stops who asks for whole lists again and again', async () => {
    const { caller, bring } = await importer()
    expect((await bring(`Name,Notes,E-mail\nAda,x${'😀'.repeat(4_000)},a@x.org\nBob,a,b@x.org\n`)).counts).toMatchObject({ ADD: 2 })
    const asked = await Promise.allSettled(Array.from({ length: 41 }, () => caller.import.table()))
    expect(asked.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'TOO_MANY_REQUESTS' } }])
    await expect(caller.duplicate.list()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('writes nothing before it is started, reports bad rows with their line, and brings the others', async () => {
    const { owner, caller, read, run } = await importer()
    const { runId } = await read(TABLE)
    expect(await db.contact.count()).toBe(0)
    const preview = await caller.import.show({ runId, decision: 'REFUSED', page: 1 })
    expect(preview).toMatchObject({ state: 'PREVIEW', counts: { ...NONE, ADD: 2, REFUSED: 1 }, lines: [{ line: 4 }] })
    expect(preview.lines[0]?.problem).toMatch(/more cells/u)
    await run(runId)
    const entries = await db.contact.findMany({ where: { ownerId: owner.id }, orderBy: { name: 'asc' }, include: { fields: true } })
    expect(entries).toMatchObject([
      { name: 'Ada Lovelace', organization: 'Engines', source: 'IMPORT', userId: null, cadence: null, fields: [{ key: 'ada@example.org' }] },
      { name: 'Alan Turing', organization: 'Bletchley, Park', fields: [] },
    ])
    expect((await caller.import.show({ runId, decision: null, page: 1 })).state).toBe('DONE')
  })

  it('twice changes nothing', async () => {
    const { bring } = await importer()
    await bring(TABLE)
    expect((await bring(TABLE)).counts).toEqual({ ...NONE, SAME: 2, REFUSED: 1 })
    expect(await db.contact.count()).toBe(2)
  })

  it('fills gaps and keeps what the owner has, unless the file is to be believed', async () => {
    const { owner, caller, read, run, bring } = await importer()
    await buildContact(db, { ownerId: owner.id, name: 'Ada Lovelace', organization: 'Mills', importRunId: null })
    const [ada] = await db.contact.findMany()
    if (!ada) throw new Error('Ada is missing.')
    await db.contactField.create({ data: { id: 'fld_x', contactId: ada.id, kind: 'EMAIL', value: 'ADA@example.org', key: 'ada@example.org', createdAt: NOW } })
    const file = 'Name,Email,Company,Job title\nada lovelace,ada@example.org,Engines,Analyst\n'
    expect((await bring(file)).counts).toMatchObject({ ADD: 0, UPDATE: 1 })
    expect(await db.contact.findMany()).toMatchObject([{ organization: 'Mills', title: 'Analyst', source: 'MEETING' }])
    const { runId } = await read(file)
    await caller.import.choose({ runId, targets: [], preferFile: true, cadence: null, groupId: null, tag: '' })
    await run(runId)
    expect(await db.contact.findMany()).toMatchObject([{ organization: 'Engines' }])
    const again = await read(file)
    await caller.import.choose({ runId: again.runId, targets: [], preferFile: true, cadence: null, groupId: null, tag: '' })
    expect((await caller.import.show({ runId: again.runId, decision: null, page: 1 })).counts).toMatchObject({ SAME: 1 })
  })

  it('takes columns, reminders, group and tag as they are chosen', async () => {
    const { owner, caller, read, run } = await importer()
    const group = await db.contactGroup.create({ data: { id: 'grp_2222222222222222', ownerId: owner.id, name: 'Friends', createdAt: NOW } })
    const { runId } = await read('Who;Where\nAda;ada@example.org\nGrace;grace@example.org\n')
    await caller.import.choose({ runId, targets: ['NAME', 'EMAIL'], preferFile: false, cadence: 'MONTHLY', groupId: group.id, tag: 'Bees ' })
    await run(runId)
    expect(await db.contact.findMany({ orderBy: { name: 'asc' }, include: { fields: true, groups: true } })).toMatchObject([
      { name: 'Ada', cadence: 'MONTHLY', tags: ['bees'], fields: [{ kind: 'EMAIL' }], groups: [{ groupId: group.id }] },
      { name: 'Grace' },
    ])
    const stranger = await importer()
    const theirs = await stranger.read(TABLE)
    await expect(
      stranger.caller.import.choose({ runId: theirs.runId, targets: [], preferFile: false, cadence: null, groupId: group.id, tag: '' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('never links an entry to a member, and queues no mail', async () => {
    const member = await buildUser(db, { email: 'member@example.org' })
    const { bring } = await importer()
    await bring('Name,Email\nMember,member@example.org\n')
    expect(await db.contact.findMany()).toMatchObject([{ userId: null }])
    expect(await db.outboxMail.count()).toBe(0)
    expect(await db.contact.count({ where: { ownerId: member.id } })).toBe(0)
  })

  it('is all or nothing, and begun again when its job died', async () => {
    const { caller, read, run } = await importer()
    const { runId } = await read(TABLE)
    await caller.import.start({ runId })
    // What goes wrong in the last statement takes back the first.
    await db.$executeRaw`ALTER TABLE import_run ADD CONSTRAINT never_done CHECK (state <> 'DONE')`
    await expect(runImport(db, { runId, now: NOW })).rejects.toThrow()
    expect(await db.contact.count()).toBe(0)
    await db.$executeRaw`ALTER TABLE import_run DROP CONSTRAINT never_done`
    expect(await db.importRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ state: 'RUNNING', done: 2 })
    await db.$executeRaw`SELECT graphile_worker.remove_job(${`run-import:${runId}`})`
    await tendImports(db, minutesFromNow(1))
    const jobs = await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key = ${`run-import:${runId}`}`
    expect(jobs).toHaveLength(1)
    await run(runId)
    await run(runId)
    expect(await db.contact.count()).toBe(2)
  })

  it('is given up with one sentence when it fails every time, and what was read goes', async () => {
    const { caller, read } = await importer()
    const { runId } = await read(TABLE)
    await caller.import.start({ runId })
    await db.$executeRaw`ALTER TABLE import_run ADD CONSTRAINT never_done CHECK (state <> 'DONE')`
    for (let tries = 0; tries < 3; tries += 1) await expect(runImport(db, { runId, now: NOW })).rejects.toThrow()
    await runImport(db, { runId, now: NOW })
    await db.$executeRaw`ALTER TABLE import_run DROP CONSTRAINT never_done`
    await runImport(db, { runId, now: NOW })
    const failed = await caller.import.show({ runId, decision: null, page: 1 })
    expect(failed).toMatchObject({ state: 'FAILED', lines: [] })
    expect(failed.problem).toMatch(/could not be imported/u)
    expect(await db.contact.count()).toBe(0)
  })

  it('is read by its owner alone', async () => {
    const { read } = await importer()
    const { runId } = await read(TABLE)
    const other = await importer()
    const answers = await Promise.allSettled([
      other.caller.import.show({ runId, decision: null, page: 1 }),
      other.caller.import.start({ runId }),
      other.caller.import.undo({ runId }),
      other.caller.import.choose({ runId, targets: [], preferFile: false, cadence: null, groupId: null, tag: '' }),
    ])
    expect(answers).toMatchObject(answers.map(() => ({ status: 'rejected', reason: { code: 'NOT_FOUND' } })))
  })

  it.each([
    ['nothing', '', 'noFile'],
    ['no table', '\n\n', 'nothingRead'],
    ['too many rows', `Name\n${'x\n'.repeat(20_001)}`, 'tooManyRows'],
    ['too many bytes', new Uint8Array(20 * 1024 * 1024 + 1), 'tooLarge'],
  ])('of %s is refused, and says why', async (_what, file, problem) => {
    const { offer } = await importer()
    expect(await offer(file)).toEqual({ problem })
    expect(await db.importRun.count()).toBe(0)
  })
})

describe('taking an import back', () => {
  it('removes what it brought, restores what it changed, and leaves what was touched since', async () => {
    const { owner, caller, bring } = await importer()
    await buildContact(db, { ownerId: owner.id, name: 'Alan Turing' })
    const { runId } = await bring(TABLE)
    expect(await db.contact.count()).toBe(2)
    const { runId: second } = await bring('Name,Email\nTouched,t@example.org\nUntouched,u@example.org\nEdited,e@example.org\n')
    const touched = await db.contact.findFirstOrThrow({ where: { name: 'Touched' } })
    await buildInteraction(db, { contactId: touched.id, kind: 'WROTE' })
    await db.contact.updateMany({ where: { name: 'Edited' }, data: { title: 'by hand' } })

    expect((await caller.import.undo({ runId: second })).stayed.sort()).toEqual(['Edited', 'Touched'])
    expect(await caller.import.undo({ runId: second })).toEqual({ removed: 0, stayed: [] })
    expect(await caller.import.undo({ runId })).toEqual({ removed: 1, stayed: [] })
    expect(await db.contact.findMany({ orderBy: { name: 'asc' } })).toMatchObject([{ name: 'Alan Turing', organization: '' }, { name: 'Edited' }, { name: 'Touched' }])
  })
})

describe('by the clock', () => {
  it('what was read and not imported goes after a day, what undoing needs after thirty', async () => {
    const { read, bring, caller } = await importer()
    await read(TABLE)
    const { runId } = await bring(TABLE)
    await tendImports(db, minutesFromNow(25 * 60))
    expect(await db.importRun.findMany()).toMatchObject([{ id: runId }])
    expect(await db.importRow.count({ where: { runId } })).toBe(3)
    await tendImports(db, minutesFromNow(31 * 24 * 60))
    expect(await db.importRow.count()).toBe(0)
    await expect(caller.import.undo({ runId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
