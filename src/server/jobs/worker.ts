import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { logger } from '@/server/lib/logger'
import { createPulse, type Pulse } from '@/server/lib/pulse'
import { enqueue } from './enqueue'
import type { JobDeps } from './job-deps'
import { startRunner, type JobRunner } from './runner'

export interface WorkerOptions {
  readonly databaseUrl: string
  readonly deps: JobDeps
  /** How often what is due by the app's clock is looked for, in milliseconds. */
  readonly heartbeatMs: number
  /** Where the worker notes how it is doing. */
  readonly pulse?: Pulse
}

/** A running worker. */
export interface Worker {
  /** Lets jobs in hand finish, takes no new ones, and closes connections. Safe to repeat. */
  stop(): Promise<void>
}

/** How long after the queue's loop died a new one is tried, and again after each failure, in milliseconds. */
const RESTART_MS = 1_000

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

/** A runner in place of one that died, as soon as the database allows; none once the signal is given. */
async function replaceRunner(start: () => Promise<JobRunner>, signal: AbortSignal): Promise<JobRunner | undefined> {
  for (;;) {
    try {
      await wait(RESTART_MS, undefined, { signal })
      return await start()
    } catch (error) {
      if (signal.aborted) return undefined
      logger.warn({ err: error }, 'jobs cannot go on yet')
    }
  }
}

/**
 * Starts a worker in this process: brings the queue's tables up to date, then runs jobs until stopped.
 * When the database goes away in the middle of a job the queue's loop dies; a new one takes its place.
 * It handles no signals of its own.
 * @throws when the database cannot be reached at the start.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, deps, pulse = createPulse() } = options
  const start = () => startRunner(databaseUrl, deps, pulse)
  const stopping = new AbortController()
  const { signal } = stopping
  const asked = once(signal, 'abort')
  const ending: Promise<void>[] = []

  async function keepRunning(first: JobRunner): Promise<void> {
    let runner: JobRunner | undefined = first
    while (runner) {
      pulse.running = true
      const reason: unknown = await Promise.race([runner.ended, asked])
      pulse.running = false
      // A job in hand may take its time: the next runner does not wait for it.
      ending.push(runner.stop())
      if (signal.aborted) break
      logger.error({ err: reason }, 'jobs have stopped; they are started again')
      runner = await replaceRunner(start, signal)
    }
    await Promise.all(ending)
  }

  const running = keepRunning(await start())
  const stopHeartbeat = startHeartbeat(options)
  const halt = async () => {
    await stopHeartbeat()
    stopping.abort()
    await running
    deps.transport?.close()
  }
  let halted: Promise<void> | undefined
  return {
    stop() {
      halted ??= halt()
      return halted
    },
  }
}
