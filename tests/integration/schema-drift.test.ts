import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished, test, expect } from 'vitest'
import { applyMigrations } from '../../scripts/lib/migrate'
import { root, runPrisma } from '../../scripts/lib/prisma.mjs'
import { anotherDatabase } from '../setup/integration'

const SCHEMA = path.join(root, 'prisma/schema.prisma')
const differences = async (schema: string) =>
  runPrisma(['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', schema, '--exit-code'], {
    databaseUrl: await anotherDatabase(),
  })

test('the migrations make exactly the tables of the schema', async () => {
  expect(await differences(SCHEMA)).toMatchObject({ status: 0 })
})

test('a field that no migration makes is found', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'serendip-schema-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const changed = path.join(directory, 'schema.prisma')
  await writeFile(changed, (await readFile(SCHEMA, 'utf8')).replace('model Installation {', '$&\n  added Int?\n'))

  const { status, output } = await differences(changed)

  expect(output).toContain('added')
  expect(status).toBe(2)
})

test("Prisma's own command agrees that a migrated database is up to date", async () => {
  const databaseUrl = await anotherDatabase()

  expect(await applyMigrations(databaseUrl)).toEqual([])
  const { status, output } = await runPrisma(['migrate', 'status'], { databaseUrl })

  expect(output).toContain('up to date')
  expect(status).toBe(0)
})
