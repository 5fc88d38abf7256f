import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { processInfo } from '../../src/server/db/process-info'
import { freePort } from '../../src/server/lib/free-port'
import { claimRun } from './leftover'

let dataDir: string
let other: ChildProcess

/** What another start, which lives until its input ends, has written down. */
function writeRecord(port: number, more: { stopping?: boolean }): void {
  const pid = other.pid ?? 0
  const start = { pid, started: processInfo(pid)?.started ?? '' }
  writeFileSync(path.join(dataDir, 'run', `${String(port)}.json`), JSON.stringify({ start, ...more }))
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'serendip-run-'))
  mkdirSync(path.join(dataDir, 'run'))
  other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
})

afterEach(() => {
  other.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

it('waits for a start that is just stopping', async () => {
  const port = await freePort()
  writeRecord(port, { stopping: true })
  const lines: string[] = []
  const run = await claimRun(dataDir, {
    host: '127.0.0.1',
    port,
    alone: true,
    log: (line) => {
      lines.push(line)
      other.stdin?.end()
    },
  })
  expect(lines).toEqual([expect.stringContaining('just stopping')])
  run.stopping()
  expect(JSON.parse(readFileSync(path.join(dataDir, 'run', `${String(port)}.json`), 'utf8'))).toMatchObject({
    start: { pid: process.pid },
    stopping: true,
  })
})

it('refuses at once while another one runs', async () => {
  const port = await freePort()
  writeRecord(port, {})
  const lines: string[] = []
  await expect(
    claimRun(dataDir, { host: '127.0.0.1', port, alone: true, log: (line) => lines.push(line) }),
  ).rejects.toThrow('already runs')
  expect(lines).toEqual([])
})
