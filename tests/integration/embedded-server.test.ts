import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { startEmbeddedServer } from '@/server/db/embedded'
import { keepEmbeddedServer } from '@/server/db/embedded-watch'

it('is started again on its port when it was killed, with what was committed', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'serendip-embedded-'))
  const server = await startEmbeddedServer({ dataDir })
  const watching = new AbortController()
  const lines: string[] = []
  const watch = keepEmbeddedServer(server, { dataDir, lookMs: 50, log: (line) => lines.push(line) }, watching.signal)
  const query = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.url('postgres') })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<{ n: number; directory: string }>(sql)).rows
    } finally {
      await client.end()
    }
  }
  try {
    await query('CREATE TABLE kept AS SELECT 7 AS n')
    const [row] = await query("SELECT 0 AS n, current_setting('data_directory') AS directory")
    const pid = Number((await readFile(path.join(row?.directory ?? '', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => { expect(lines).toContain('PostgreSQL had ended and was started again') }, { timeout: 15_000 })
    expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }])
  } finally {
    watching.abort()
    await watch
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
