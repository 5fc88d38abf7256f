import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type App } from '../../scripts/lib/app-process'
import { freePort } from '../../src/server/lib/free-port'
import { buildApp, buildIsFresh } from '../../scripts/lib/build'
import { applyMigrations } from '../../scripts/lib/migrate'
import { startEmbeddedServer } from '../../src/server/db/embedded'
import { setUpToken } from '../../src/server/services/set-up/set-up-token'
import { atEnd } from './clean-up'
import { movableClock, type MovableClock } from './clock'
import { startMailbox, type Mailbox } from './mailbox'

/** A database of this run alone, on a PostgreSQL server of its own that flushes every commit. */
export interface BenchDatabase {
  readonly url: string
  /** The directory in which everything of this run lies. */
  readonly directory: string
}

/** The application as `npm start` runs it, on a database, a port and a mail server of its own. */
export interface BenchServer {
  /** Its address, without a slash at the end: links, cookies and requests agree about it. */
  readonly url: string
  readonly secret: string
  readonly setUpLink: string
  readonly database: BenchDatabase
  readonly mailbox: Mailbox
  /** Undefined where the real time counts. */
  readonly clock: MovableClock | undefined
  readonly app: App
  /** The last lines that the application printed, without those that only inform. */
  readonly log: readonly string[]
  /**
   * Starts one instance more, on the same database and with the same secret. It believes in the address
   * of the first one, as instances behind a proxy do; `app.url` is where it listens.
   */
  another(): Promise<BenchServer>
}

const LOG_LINES = 200

const say = (line: string) => {
  process.stderr.write(`${line}\n`)
}

/** The build's directory, relative to the checkout, as `npm start` takes it. */
export const distDir = () => process.env['NEXT_DIST_DIR'] ?? '.next'

/** Builds the application for production unless the build there is of today's sources. */
export async function ensureBuild(): Promise<void> {
  if (buildIsFresh(distDir())) return
  say('Building the application …')
  await buildApp(distDir())
}

/** Starts PostgreSQL in a fresh directory and makes an empty, migrated database. Stopped at the end. */
export async function startDatabase(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'serendip-bench-'))
  atEnd(() => rm(directory, { recursive: true, force: true }))
  // Root runs PostgreSQL as another user, who has to reach the directory inside this one.
  await chmod(directory, 0o755)
  const postgres = await startEmbeddedServer({ dataDir: directory })
  atEnd(() => postgres.stop())
  await postgres.ensureDatabase('serendip')
  const url = postgres.url('serendip')
  await applyMigrations(url)
  return { url, directory }
}

/**
 * Starts everything fresh: database, mail server, a production build and the application on it. All of
 * it is stopped and removed by the end of the run.
 * @param options `movable`: the application's clock can be set, at the price of reading a file at each
 *   look at the time.
 */
export async function startServer(options: {
  readonly movable: boolean
  readonly env?: Readonly<Record<string, string>>
}): Promise<BenchServer> {
  await ensureBuild()
  say('Starting PostgreSQL and the application …')
  const database = await startDatabase()
  const mailbox = await startMailbox()
  atEnd(() => mailbox.close())
  const clockFile = join(database.directory, 'clock')
  if (options.movable) await writeFile(clockFile, '0')
  const port = await freePort()
  const url = `http://127.0.0.1:${String(port)}`
  const secret = randomBytes(32).toString('base64url')
  const env = {
    AUTH_SECRET: secret,
    PUBLIC_URL: url,
    DATA_DIR: database.directory,
    SMTP_URL: mailbox.url,
    ...(options.movable ? { TEST_CLOCK_FILE: clockFile } : {}),
    ...options.env,
  }
  const surroundings = {
    url,
    secret,
    setUpLink: `${url}/set-up/${setUpToken(secret)}`,
    database,
    mailbox,
    clock: options.movable ? movableClock(clockFile) : undefined,
    another: async () => instance(await freePort()),
  }
  const instance = async (at: number): Promise<BenchServer> => ({
    ...surroundings,
    ...(await startInstance(database, at, env)),
  })
  return instance(port)
}

/** Starts the application; it is stopped at the end unless it has been before. */
async function startInstance(database: BenchDatabase, port: number, env: Readonly<Record<string, string>>) {
  const log: string[] = []
  const app = await startApp({
    databaseUrl: database.url,
    port,
    distDir: distDir(),
    onLine(line) {
      if (!line.includes('"level":"info"')) log.push(line)
      if (log.length > LOG_LINES) log.shift()
    },
    env,
  })
  atEnd(() => app.stop())
  return { app, log }
}
