import { run, type Runner, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { logger } from '@/server/lib/logger'
import { enqueue } from './enqueue'
import { graphileLogger } from './graphile-logger'
import type { JobDeps } from './job-deps'
import { TASKS } from './task-list'

export interface WorkerOptions {
  readonly databaseUrl: string
  readonly deps: JobDeps
  /** How often what is due by the app's clock is looked for, in milliseconds. */
  readonly heartbeatMs: number
}

/** A running worker. */
export interface Worker {
  /** Lets jobs in hand finish, takes no new ones, and closes connections. Safe to repeat. */
  stop(): Promise<void>
}

/** Jobs done at the same time. */
const CONCURRENCY = 3
/** Connections of the queue itself; tasks use the app's own pool. */
const CONNECTIONS = 3
/** How soon a job is found whose announcement was missed, in milliseconds. */
const POLL_MS = 2_000

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

/**
 * The heartbeat: at every beat the job `tick`, one for all instances. It goes by the process's own timer
 * since the queue's clock is the database's, which no test can move.
 */
function startHeartbeat({ deps, heartbeatMs }: WorkerOptions): () => Promise<void> {
  let beating: Promise<void> = Promise.resolve()
  let idle = true
  const beat = () => {
    if (!idle) return
    idle = false
    beating = enqueue(deps.db, 'tick', {}, { jobKey: 'tick', maxAttempts: 1 })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'heartbeat failed')
      })
      .finally(() => {
        idle = true
      })
  }
  beat()
  const timer = setInterval(beat, heartbeatMs)
  return async () => {
    clearInterval(timer)
    await beating
  }
}

/**
 * Starts a worker in this process: brings the queue's tables up to date, then runs jobs until stopped.
 * It handles no signals of its own.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const pool = new Pool({ connectionString: options.databaseUrl, max: CONNECTIONS })
  pool.on('error', (error) => {
    logger.warn({ err: error }, 'a connection of the queue was lost')
  })
  let runner: Runner
  try {
    runner = await run({
      pgPool: pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      taskList: taskList(options.deps),
      parsedCronItems: [],
      logger: graphileLogger,
    })
  } catch (error) {
    await pool.end()
    throw error
  }
  const stopHeartbeat = startHeartbeat(options)
  const halt = async () => {
    await stopHeartbeat()
    await runner.stop()
    await pool.end()
    options.deps.transport?.close()
  }
  let stopping: Promise<void> | undefined
  return {
    stop() {
      stopping ??= halt()
      return stopping
    },
  }
}
