import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { redactLine } from './redact-line'
import { freePort } from '../../src/server/lib/free-port'

const root = fileURLToPath(new URL('../..', import.meta.url))
const POLL_MS = 40
/** 60 s: a loaded machine of two cores takes some, a healthy one less than 2. */
const HEALTH_POLLS = 1_500
/** How long requests that are under way may take to end, in milliseconds. */
const GRACE_MS = 8_000

export interface AppOptions {
  readonly databaseUrl: string
  /** A free one when left out. */
  readonly port?: number
  /** The address to listen on; 127.0.0.1 when left out. */
  readonly host?: string
  /** Further variables, which come before this process's own. */
  readonly env?: Readonly<Record<string, string>>
  /** Directory of the build, relative to the checkout; this process's NEXT_DIST_DIR or `.next`. */
  readonly distDir?: string
  /** Told of each line that the app prints, without the secrets of addresses. */
  readonly onLine?: (line: string) => void
  /** Gives the start up. */
  readonly signal?: AbortSignal
  /** Told of the process's id as soon as there is one. */
  readonly onSpawn?: (pid: number) => void
}

/** A running app. */
export interface App {
  /** Its address on this machine, without a slash at the end. */
  readonly url: string
  readonly pid: number
  /** Fulfilled with a short reason when the process has ended, whyever. */
  readonly ended: Promise<string>
  /** Lets requests end, then ends the process. */
  stop(): Promise<void>
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>
}

/**
 * Starts an existing build of the app against a migrated database and waits until it is healthy. The
 * app ends with this process, even when this process is killed.
 * @throws Error with the last lines of the app when it does not become healthy.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const port = options.port ?? (await freePort())
  const host = options.host ?? '127.0.0.1'
  const address = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${String(port)}`
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(path.join(root, 'scripts/lib/end-with-parent.mjs')).href,
      path.join(root, 'node_modules/next/dist/bin/next'),
      'start',
      '-p',
      String(port),
      '-H',
      host,
    ],
    {
      cwd: root,
      // A group of its own: Ctrl-C at the terminal reaches the parent alone, which ends things in order.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        AUTH_SECRET: randomBytes(32).toString('base64url'),
        PUBLIC_URL: `http://localhost:${String(port)}`,
        ...options.env,
        NODE_ENV: 'production',
        DATABASE_URL: options.databaseUrl,
        PORT: String(port),
        TZ: 'UTC',
        NEXT_TELEMETRY_DISABLED: '1',
        ...(options.distDir ? { NEXT_DIST_DIR: options.distDir } : {}),
      },
    },
  )
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message)
    })
    child.once('exit', (code, signal) => {
      resolve(signal ? `signal ${signal}` : `exit code ${String(code)}`)
    })
  })
  const last = collectLines(child, options.onLine)
  if (child.pid === undefined) throw new Error(`The app could not be started: ${await ended}`)
  options.onSpawn?.(child.pid)
  const app: App = {
    url,
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGTERM')
      const timer = new AbortController()
      const late = wait(GRACE_MS, 'late', { signal: timer.signal }).catch(() => 'ended')
      if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL')
      timer.abort()
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
  try {
    await becomeHealthy(app, options.signal)
  } catch (error) {
    await app.kill()
    if (options.signal?.aborted) throw error
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${last().join('\n')}`, { cause: error })
  }
  return app
}

/** Keeps the last lines for a failure's message. */
function collectLines(child: ChildProcess, onLine: AppOptions['onLine']): () => readonly string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (printed) => {
      const line = redactLine(printed)
      lines.push(line)
      if (lines.length > 30) lines.shift()
      onLine?.(line)
    })
  }
  // The other end may be gone before this one notices.
  child.stdin?.on('error', () => undefined)
  return () => lines
}

async function becomeHealthy({ url, ended }: App, signal: AbortSignal | undefined): Promise<void> {
  let end: string | undefined
  void ended.then((reason) => (end = reason))
  let answer = 'no answer'
  for (let poll = 0; poll < HEALTH_POLLS; poll++) {
    signal?.throwIfAborted()
    if (end !== undefined) throw new Error(`The app ended while it was starting (${end}).`)
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })
      if (response.status === 200) return
      answer = `status ${String(response.status)}: ${(await response.text()).slice(0, 300)}`
    } catch {
      // Not listening yet.
    }
    await wait(POLL_MS)
  }
  throw new Error(`The app did not become healthy (${answer}).`)
}
