import { execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../lib/free-port'
import { findBinaries, type Binaries } from './embedded-binaries'
import { ensureCluster, SERVER_USER, serverHome, serverPassword } from './embedded-cluster'
import { serverUser, type RunAs } from './embedded-user'
import { processInfo } from './process-info'

/** A running server. */
export interface EmbeddedServer {
  readonly port: number
  /** True when it was found running instead of being started. */
  readonly reused: boolean
  /** Connection address of a database of this server. */
  url(database: string): string
  /** Creates the database unless it exists. */
  ensureDatabase(name: string): Promise<void>
  /** Ends all connections and shuts the server down; resolves when it is gone. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The installation's data directory; the server lives in `postgres` beneath it. */
  readonly dataDir: string
  /** Told of what takes long or is out of the ordinary, a line each. */
  readonly log?: (line: string) => void
  /** The port to listen on, for a server that takes the place of one that died; a free one unless given. */
  readonly port?: number
  /** For tests alone: no write is flushed, so a crash of the machine may lose everything. */
  readonly fast?: boolean
}

const POLL_MS = 20
/** How long a start or the end of an earlier server may take: 30 s, as recovery can be long. */
const START_POLLS = 1_500
/** A predecessor killed a moment ago can hold the lock for some seconds. */
const ATTEMPTS = 20
const ATTEMPT_PAUSE_MS = 500

/**
 * Starts the PostgreSQL server that comes with the npm package, or takes the one that already runs
 * on this data directory. It listens on 127.0.0.1 alone, on a free port, with a generated password,
 * in UTC, and flushes every commit.
 * @throws Error with a sentence for the operator and the end of the server's log.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = path.resolve(options.dataDir)
  const log = options.log ?? (() => undefined)
  const fast = options.fast ?? false
  const runAs = serverUser(path.join(dataDir, 'postgres', 'data'))
  const home = serverHome(dataDir, runAs, log)
  const data = path.join(home, 'data')
  const binaries = findBinaries(home, runAs)
  const password = serverPassword(dataDir)
  await ensureCluster(binaries, data, password, { runAs, fast })

  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const running = await findRunning(data, password)
    if (running !== undefined) return handle({ port: running, reused: true, password, data, binaries, runAs })
    const port = options.port ?? (await freePort())
    const started = await launch({ binaries, data, home, port, runAs, fast })
    if (started) return handle({ port, reused: false, password, data, binaries, runAs })
    if (attempt === 0) log('waiting for an earlier PostgreSQL server to end')
    await wait(ATTEMPT_PAUSE_MS)
  }
  throw new Error(`PostgreSQL did not start. The end of ${path.join(home, 'server.log')}:\n${logTail(home)}`)
}

interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** What the server writes about itself: pid, directory, start, port, socket, address, memory, state. */
function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The port of a server that serves this very directory, proved by asking it. */
async function findRunning(data: string, password: string): Promise<number | undefined> {
  const postmaster = readPostmaster(data)
  if (!postmaster?.ready) return undefined
  try {
    const answer = await withClient(address(postmaster.port, password, 'postgres'), (client) =>
      client.query<{ data_directory: string }>('SHOW data_directory'),
    )
    return answer.rows[0]?.data_directory === data ? postmaster.port : undefined
  } catch {
    return undefined
  }
}

interface Launch {
  readonly binaries: Binaries
  readonly data: string
  readonly home: string
  readonly port: number
  readonly runAs: RunAs | undefined
  readonly fast: boolean
}

/** Starts the server; false when it ended before it was ready. */
async function launch({ binaries, data, home, port, runAs, fast }: Launch): Promise<boolean> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const logFile = path.join(home, 'server.log')
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.old`)
  const output = openSync(logFile, 'w', 0o600)
  const stale = readPostmaster(data)?.pid
  const child = spawn(
    binaries.postgres,
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...runAs,
      cwd: home,
      // A group of its own: Ctrl-C at the terminal reaches the app, which stops the server last.
      detached: true,
      stdio: ['ignore', output, output],
      // The pid in a lock file left by a crash may belong to a zombie or, after a restart of the
      // machine, to anybody. The server takes this process's word that it is not the postmaster, and
      // still refuses while any process is attached to the old server's shared memory.
      env: {
        // No meaning here; Next's types demand it of every environment.
        NODE_ENV: 'production',
        LC_ALL: 'C',
        TZ: 'UTC',
        ...(stale !== undefined && !isPostmaster(stale, data) ? { PG_GRANDPARENT_PID: String(stale) } : {}),
      },
    },
  )
  closeSync(output)
  child.unref()
  // A program that cannot be started has no pid; unheard, its error would end this process.
  child.once('error', () => undefined)
  for (let poll = 0; poll < START_POLLS; poll++) {
    await wait(POLL_MS)
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false
    const postmaster = readPostmaster(data)
    if (postmaster?.pid === child.pid && postmaster.ready) return true
  }
  child.kill('SIGQUIT')
  return false
}

/** Whether a live process is a PostgreSQL server of this directory. */
function isPostmaster(pid: number, data: string): boolean {
  return processInfo(pid)?.command.includes(data) ?? false
}

interface Running {
  readonly port: number
  readonly reused: boolean
  readonly password: string
  readonly data: string
  readonly binaries: Binaries
  readonly runAs: RunAs | undefined
}

function handle({ port, reused, password, data, binaries, runAs }: Running): EmbeddedServer {
  return {
    port,
    reused,
    url: (database) => address(port, password, database),
    async ensureDatabase(name) {
      await withClient(address(port, password, 'postgres'), async (client) => {
        const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
        if (known.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
      })
    },
    async stop() {
      const postmaster = readPostmaster(data)
      // It may have been killed: then there is nothing to stop, and the next start recovers.
      if (!postmaster || !isPostmaster(postmaster.pid, data)) return
      await promisify(execFile)(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'], {
        ...runAs,
        cwd: '/',
      })
    },
  }
}

function address(port: number, password: string, database: string): string {
  return `postgresql://${SERVER_USER}:${password}@127.0.0.1:${String(port)}/${encodeURIComponent(database)}`
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  // A server that goes away under an idle client must not take this process with it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function logTail(home: string): string {
  try {
    return readFileSync(path.join(home, 'server.log'), 'utf8').trim().split('\n').slice(-10).join('\n')
  } catch {
    return '(no log)'
  }
}
