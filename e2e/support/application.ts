import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../../scripts/lib/app-process'
import { createDatabase } from '../../src/server/db/client'
import { SECRET } from '../../tests/factories/moment'
import { dropTestDatabase, ensureTestDatabase } from '../../tests/setup/postgres'
import { testClock, type TestClock } from './clock'
import { POSTGRES_URL } from './global-setup'
import { startInbox, type Inbox } from './inbox'

/** One process of the application. */
export interface Instance {
  /** Its origin, which links in mails start with too. */
  readonly url: string
  stop(): Promise<void>
}

/** A running application with everything around it; a worker has one. */
export interface Application extends Instance {
  readonly databaseUrl: string
  readonly db: ReturnType<typeof createDatabase>
  readonly clock: TestClock
  readonly inbox: Inbox
  /** Every line that it printed since it started. */
  readonly log: readonly string[]
  /** Starts a further process on the same database, clock and mail server; who starts it stops it. */
  another(port?: number): Promise<Instance>
}

/** Starts the built application on a database, a port, a clock and a mail server of its own. */
export async function startApplication(worker: number): Promise<Application> {
  const postgresUrl = process.env[POSTGRES_URL]
  if (!postgresUrl) throw new Error('The global set-up of the journeys did not run.')
  const directory = await mkdtemp(join(tmpdir(), 'serendip-e2e-'))
  const database = `serendip_journeys_${String(worker)}`
  const databaseUrl = await ensureTestDatabase(postgresUrl, database)
  const db = createDatabase(databaseUrl, 4)
  const inbox = await startInbox()
  const clockFile = join(directory, 'clock')
  const clock = testClock(clockFile)
  const log: string[] = []
  await clock.reset()

  const stopSurroundings = async () => {
    await Promise.all([db.$disconnect(), inbox.close()])
    await dropTestDatabase(postgresUrl, database)
    await rm(directory, { recursive: true, force: true })
  }
  const another = async (port?: number): Promise<Instance> => {
    const app = await startApp({
      databaseUrl,
      ...(port === undefined ? {} : { port }),
      onLine: (line) => log.push(line),
      env: {
        DATA_DIR: directory,
        AUTH_SECRET: SECRET,
        SMTP_URL: inbox.url,
        TEST_CLOCK_FILE: clockFile,
        LOG_LEVEL: 'info',
      },
    })
    // The name that the application knows itself by: a cookie belongs to one name.
    return { url: `http://localhost:${new URL(app.url).port}`, stop: () => app.stop() }
  }
  try {
    const first = await another()
    return {
      url: first.url,
      log,
      databaseUrl,
      db,
      clock,
      inbox,
      another,
      async stop() {
        await first.stop()
        await stopSurroundings()
      },
    }
  } catch (error) {
    await stopSurroundings()
    throw error
  }
}
