import { EventEmitter } from 'node:events'
import { run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { logger } from '@/server/lib/logger'
import { processTime, type Pulse } from '@/server/lib/pulse'
import { graphileLogger } from './graphile-logger'
import type { JobDeps } from './job-deps'
import { TASKS } from './task-list'

/** Jobs done at the same time. */
const CONCURRENCY = 3
/** Connections of the queue itself; tasks use the app's own pool. */
const CONNECTIONS = 3
/** How soon a job is found whose announcement was missed, in milliseconds. */
const POLL_MS = 2_000
/** What the queue's connections are called at the database. */
export const JOBS_CONNECTION = 'serendip jobs'

/** The queue's own loop with connections of its own. */
export interface JobRunner {
  /** Fulfilled, with the reason if there is one, when part of it has ended: what is left is not relied on. */
  readonly ended: Promise<unknown>
  /** Lets jobs in hand finish, takes no new ones, and closes connections. Never rejects. */
  stop(): Promise<void>
}

function taskList(deps: JobDeps): TaskList {
  return Object.fromEntries(
    Object.entries(TASKS).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        // The payload was written by enqueue(), which checks it against the same map of types.
        await (task as (payload: unknown, deps: JobDeps) => Promise<void>)(payload, deps)
      },
    ]),
  )
}

/** Notes every sign of life of a runner. */
function feel(events: WorkerEvents, pulse: Pulse): void {
  const looked = () => {
    pulse.lookedAt = processTime()
  }
  events.on('worker:getJob:empty', looked)
  events.on('job:start', looked)
  events.on('job:success', ({ job }) => {
    if (job.task_identifier === 'tick') pulse.ticksFailSince = undefined
  })
  events.on('job:error', ({ job }) => {
    if (job.task_identifier === 'tick') pulse.ticksFailSince ??= processTime()
  })
}

/**
 * Brings the queue's tables up to date and runs jobs until it is stopped or one of its workers dies, as
 * it does when it cannot write down what became of a job.
 * @throws when the database cannot be reached.
 */
export async function startRunner(databaseUrl: string, deps: JobDeps, pulse: Pulse): Promise<JobRunner> {
  const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS, application_name: JOBS_CONNECTION })
  pool.on('error', (error) => {
    logger.warn({ err: error }, 'a connection of the queue was lost')
  })
  const events: WorkerEvents = new EventEmitter()
  feel(events, pulse)
  const died = new Promise<unknown>((resolve) => {
    events.on('worker:stop', ({ error }) => {
      resolve(error)
    })
  })
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      taskList: taskList(deps),
      parsedCronItems: [],
      logger: graphileLogger,
      events,
    })
    const over = runner.promise.catch((error: unknown) => error)
    return {
      ended: Promise.race([died, over]),
      async stop() {
        try {
          await runner.stop()
        } catch (error) {
          logger.debug({ err: error }, 'the queue had stopped by itself')
        }
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}
