import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { processInfo } from '../../src/server/db/process-info'

const POLL_MS = 50
/** 5 s for a process that ends by itself, and again after a kill. */
const POLLS = 100
/** 15 s for a start that was asked to stop, with its database. */
const STOPPING_POLLS = 300

const named = z.object({ pid: z.number().int().positive(), started: z.string() })
const record = z.object({ start: named, app: named.optional(), stopping: z.boolean().optional() })
type Named = z.infer<typeof named>

/** What a start writes down about itself in the data directory, by port. */
export interface RunRecord {
  /** Adds the app's process, so that a later start can end it should this one be killed. */
  addApp(pid: number): void
  /** Says that it is about to end, so that a later start waits for it. */
  stopping(): void
  remove(): void
}

/**
 * Makes sure that nobody else serves this port, or this data directory when it holds the database.
 * What a killed start left behind is ended; a process is taken for such only when both its id and the
 * moment it was started are the ones written down.
 * @throws Error with a sentence when the port or the data directory is in use.
 */
export async function claimRun(
  dataDir: string,
  { host, port, alone, log }: { host: string; port: number; alone: boolean; log: (line: string) => void },
): Promise<RunRecord> {
  const runs = path.join(dataDir, 'run')
  mkdirSync(runs, { recursive: true })
  for (const name of readdirSync(runs)) {
    const file = path.join(runs, name)
    let known = read(file)
    const inTheWay = name === `${String(port)}.json` || alone
    if (inTheWay && known?.stopping && lives(known.start)) {
      log('The Serendip that ran here is just stopping: waiting for it …')
      for (let poll = 0; poll < STOPPING_POLLS && known && lives(known.start); poll++) {
        await wait(POLL_MS)
        known = read(file)
      }
    }
    if (known && lives(known.start)) {
      if (inTheWay) {
        throw new Error(
          `Serendip already runs with the data directory ${dataDir} (process ${String(known.start.pid)}): stop that one first, or set another DATA_DIR and PORT.`,
        )
      }
      continue
    }
    if (known?.app) await end(known.app)
    rmSync(file, { force: true })
  }
  await claimPort(host, port)

  const file = path.join(runs, `${String(port)}.json`)
  const start = describe(process.pid)
  let state: z.infer<typeof record> = { start }
  const write = (change: Partial<typeof state>) => {
    state = { ...state, ...change }
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 })
  }
  write({})
  return {
    addApp(pid) {
      write({ app: describe(pid) })
    },
    stopping() {
      write({ stopping: true })
    },
    remove() {
      rmSync(file, { force: true })
    },
  }
}

function read(file: string) {
  try {
    return existsSync(file) ? record.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  } catch {
    // Half written by a start that was killed: it had started nothing yet.
    return undefined
  }
}

function describe(pid: number): Named {
  return { pid, started: processInfo(pid)?.started ?? '' }
}

function lives({ pid, started }: Named): boolean {
  return processInfo(pid)?.started === started
}

async function end(app: Named): Promise<void> {
  // It ends by itself when it sees its parent gone, which may be happening just now.
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!lives(app)) return
    process.kill(app.pid, signal)
    for (let poll = 0; poll < POLLS && lives(app); poll++) await wait(POLL_MS)
  }
}

function claimPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(sentence(error, host, port)))
    })
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve()
      })
    })
  })
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use by another program: stop that program, or set PORT to another number.`
    case 'EACCES':
      return `This user may not use port ${String(port)}: set PORT to a number from 1024 up and put a proxy in front.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine.`
    default:
      return `Port ${String(port)} cannot be used: ${error.message}`
  }
}
