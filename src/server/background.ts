import { env } from '@/env'
import { createMailTransport } from './email/transport'
import { startWorker, type Worker } from './jobs/worker'
import { logger } from './lib/logger'
import { watchRequests } from './lib/open-requests'
import { createPulse } from './lib/pulse'
import { runtime } from './runtime'
import { syncCatalogue } from './services/interest/sync-catalogue'

declare global {
  // A development server loads instrumentation anew; it keeps the one worker.
  var serendipWorker: Promise<Worker> | undefined
}

/** How often due mail is looked for, in milliseconds; a clock that tests move is followed at once. */
const HEARTBEAT_MS = 15_000
const TEST_HEARTBEAT_MS = 500

/** Starts what runs beside the pages: the jobs, ended when the process is asked to end. */
export async function startBackground(): Promise<void> {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM, UNSUBSCRIBE_MAILBOX, TEST_CLOCK_FILE } = env()
  // Without a database nothing is served either; the first request says so.
  if (!DATABASE_URL || globalThis.serendipWorker) return
  const requests = watchRequests()
  // An upgrade may bring other interests.
  await syncCatalogue(runtime().db)
  // From here on the process is healthy only while its jobs are done.
  const pulse = (globalThis.serendipPulse = createPulse())
  globalThis.serendipWorker = startWorker({
    databaseUrl: DATABASE_URL,
    deps: {
      ...runtime(),
      from: MAIL_FROM,
      unsubscribeMailbox: UNSUBSCRIBE_MAILBOX,
      transport: SMTP_URL ? createMailTransport({ url: SMTP_URL }) : null,
    },
    heartbeatMs: TEST_CLOCK_FILE ? TEST_HEARTBEAT_MS : HEARTBEAT_MS,
    pulse,
  })
  const worker = await globalThis.serendipWorker
  // The server itself closes on the same signals, and ends the process with its last connection.
  const stop = () => {
    Promise.all([worker.stop(), runtime().live.close()])
      .catch((error: unknown) => {
        logger.error({ err: error }, 'the background did not end well')
      })
      .finally(() => {
        requests.closeWhenDone()
      })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
