import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { parseEnv, type Env } from '../src/env'
import { startEmbeddedServer } from '../src/server/db/embedded'
import { keepEmbeddedServer } from '../src/server/db/embedded-watch'
import { setUpToken } from '../src/server/services/set-up/set-up-token'
import { startApp } from './lib/app-process'
import { buildApp, buildIsFresh } from './lib/build'
import { claimRun } from './lib/leftover'
import { stopwatch } from './lib/prepare.mjs'
import { root } from './lib/prisma.mjs'
import { keptSecrets } from './lib/secrets'

/** One press of Ctrl-C can arrive twice, by the terminal and by npm; a second press comes later. */
const SAME_PRESS_MS = 500

const say = (line: string) => {
  console.log(line)
}

/** Ended from outside: no mistake, and nothing to report. */
const stopRequest = new AbortController()
let hurry: (() => void) | undefined
let pressed = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    const now = performance.now()
    if (!stopRequest.signal.aborted) {
      say('Stopping …')
      pressed = now
      stopRequest.abort()
    } else if (now - pressed > SAME_PRESS_MS) {
      hurry?.()
    }
  })
}

try {
  await main()
} catch (error) {
  if (!stopRequest.signal.aborted) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
if (stopRequest.signal.aborted) say('Stopped.')
// The loader's threads and idle sockets must not keep the process.
process.exit()

async function main(): Promise<void> {
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))
  const env = parseEnv(process.env)
  const host = env.HOST
  const dataDir = path.resolve(root, env.DATA_DIR)
  const distDir = process.env['NEXT_DIST_DIR'] ?? '.next'
  /** What has to be undone, last first. */
  const undo: (() => Promise<void> | void)[] = []
  const { signal } = stopRequest

  try {
    const run = await claimRun(dataDir, { host, port: env.PORT, alone: env.DATABASE_URL === undefined, log: say })
    undo.push(() => {
      run.remove()
    })
    const stopping = () => {
      run.stopping()
    }
    if (signal.aborted) stopping()
    else signal.addEventListener('abort', stopping)
    const secret = env.AUTH_SECRET ?? keptSecrets(dataDir).AUTH_SECRET

    const database = env.DATABASE_URL ?? (await builtInDatabase(dataDir, undo))
    signal.throwIfAborted()
    await migrate(database)
    signal.throwIfAborted()
    await build(distDir, signal)

    const seconds = stopwatch()
    let announced = false
    const app = await startApp({
      databaseUrl: database,
      port: env.PORT,
      host,
      distDir,
      signal,
      env: { AUTH_SECRET: secret, PUBLIC_URL: env.PUBLIC_URL, DATA_DIR: dataDir },
      // Until it is healthy the app tells only what its framework is called.
      onLine: (line) => {
        if (announced) say(line)
      },
      onSpawn: (pid) => {
        run.addApp(pid)
      },
    })
    undo.push(() => app.stop())
    hurry = () => void app.kill()
    signal.throwIfAborted()
    say(`App started (${seconds()} s)`)
    await announce(env, database, secret)
    announced = true

    // What came before this line raises no event any more.
    signal.throwIfAborted()
    const stopped = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(undefined)
      })
    })
    const reason = await Promise.race([app.ended, stopped])
    if (reason !== undefined) throw new Error(`The app ended unexpectedly (${reason}).`)
  } finally {
    for (const step of undo.reverse()) {
      try {
        await step()
      } catch (error) {
        // The rest has to be undone all the same.
        console.error(error instanceof Error ? error.message : error)
        process.exitCode = 1
      }
    }
  }
}

async function builtInDatabase(dataDir: string, undo: (() => Promise<void> | void)[]): Promise<string> {
  const seconds = stopwatch()
  const server = await startEmbeddedServer({ dataDir, log: say })
  const watching = new AbortController()
  let watch = Promise.resolve()
  undo.push(async () => {
    watching.abort()
    await watch
    await server.stop()
  })
  await server.ensureDatabase('serendip')
  say(`PostgreSQL ${server.reused ? 'found running' : 'started'} (${seconds()} s)`)
  watch = keepEmbeddedServer(server, { dataDir, log: say }, watching.signal)
  return server.url('serendip')
}

async function migrate(database: string): Promise<void> {
  const seconds = stopwatch()
  // It writes to the log, which reads the configuration as soon as it is loaded: not before main() did.
  const { applyMigrations } = await import('./lib/migrate')
  try {
    const applied = await applyMigrations(database)
    if (applied.length > 0) say(`Database brought up to date (${seconds()} s)`)
  } catch (error) {
    throw new Error(databaseSentence(error, database), { cause: error })
  }
}

/** What to do about a database that cannot be reached; other errors speak for themselves. */
function databaseSentence(error: unknown, database: string): string {
  const { host, pathname } = new URL(database)
  const name = decodeURIComponent(pathname.slice(1))
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '3D000') return `The server at ${host} has no database ${name}: create it with \`createdb ${name}\`.`
  if (code === '28P01' || code === '28000') return `The server at ${host} refuses the user or password of DATABASE_URL.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || message.includes('timeout')) {
    return `No PostgreSQL answers at ${host}: start it, or correct DATABASE_URL.`
  }
  return message
}

async function build(distDir: string, signal: AbortSignal): Promise<void> {
  if (buildIsFresh(distDir)) return
  const seconds = stopwatch()
  say('Building the app, which takes about a minute …')
  await buildApp(distDir, signal)
  say(`App built (${seconds()} s)`)
}

async function announce(env: Env, database: string, secret: string): Promise<void> {
  say(`Serendip is at ${env.PUBLIC_URL}`)
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM "installation" WHERE "id" = 1 AND "setUpAt" IS NOT NULL')
    if (rowCount === 0) say(`Set it up: ${env.PUBLIC_URL}/set-up/${setUpToken(secret)}`)
  } finally {
    await client.end()
  }
}
