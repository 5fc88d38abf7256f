import type { Db } from '@/server/db/client'

/**
 * Every task and its payload. A new one is a line here and a file in ./tasks/, listed in ./task-list.ts;
 * a task may run twice, so what it does must be safe to repeat.
 */
export interface TaskPayloads {
  /** Hands mails of the outbox that are due to the mail server. */
  readonly 'send-mail': Readonly<Record<string, never>>
  /** What follows when people have arrived at an event or changed what they show there. */
  readonly 'after-arrivals': { readonly eventId: string }
  /** What is due by the clock: mails of the morning after, waiting mail, mail that got stuck. */
  readonly tick: Readonly<Record<string, never>>
}

export type TaskName = keyof TaskPayloads

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced, so that many requests make one run. */
  readonly jobKey?: string
  /** Not before this moment, by the database's clock; at once unless given. */
  readonly runAt?: Date
  /** How often it is tried in all, with growing pauses; 25 times unless given. */
  readonly maxAttempts?: number
}

/**
 * Adds a job in the transaction at hand: it exists if and only if that commits. A job that is running
 * at this moment is not disturbed by a new one with its key, which runs after it.
 */
export async function enqueue<Name extends TaskName>(
  tx: Db,
  task: Name,
  payload: TaskPayloads[Name],
  { jobKey, runAt, maxAttempts }: EnqueueOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts ?? null}::int,
      job_key => ${jobKey ?? null}::text)`
}
