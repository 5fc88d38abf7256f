import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { buildUser } from '../factories/user'
import { anotherDatabase, testDatabaseUrl, testDb } from '../setup/integration'
import { withClient } from '../setup/postgres'

describe('the database of a test', () => {
  it.each([1, 2])('holds nothing of another test (%i)', async () => {
    const db = testDb()
    expect(await db.user.count()).toBe(0)
    await buildUser(db)
    expect(await db.user.count()).toBe(1)
  })

  it('is a real PostgreSQL in UTC', async () => {
    const { rows } = await withClient(testDatabaseUrl(), (client) =>
      client.query<{ version: string; zone: string }>(
        `SELECT version() AS version, current_setting('TimeZone') AS zone`,
      ),
    )
    expect(rows).toEqual([{ version: expect.stringMatching(/^PostgreSQL 1\d/) as string, zone: 'UTC' }])
  })

  it('is not the further one that a test asks for', async () => {
    await buildUser(testDb())
    const url = await anotherDatabase()
    expect(url).not.toBe(testDatabaseUrl())
    const { rows } = await withClient(url, (client) =>
      client.query<{ users: number }>('SELECT count(*)::int AS users FROM "user"'),
    )
    expect(rows).toEqual([{ users: 0 }])
  })
})

describe('a test', () => {
  it('reaches nothing but this machine', async () => {
    expect(() => connect(443, 'example.org')).toThrow('A test tried to reach example.org')
    await expect(fetch('http://192.0.2.1/')).rejects.toThrow()
  })
})
