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
  /** 'Your suggestion arrived', unless they have seen it meanwhile: once an evening. */
  readonly 'push-suggestion': { readonly eventId: string; readonly userId: string }
  /** Hands one Web Push message to the push service of one browser. */
  readonly 'send-push': PushJob
  /** Brings the people of a file into their owner's list. */
  readonly 'run-import': { readonly runId: string }
  /** What is due by the clock: mails of the morning after, waiting mail, mail that got stuck. */
  readonly tick: Readonly<Record<string, never>>
}

/** One message for one browser; it is put into words, and looked at once more, when it leaves. */
export interface PushJob {
  readonly subscriptionId: string
  readonly about: { readonly kind: 'SUGGESTION'; readonly eventId: string } | { readonly kind: 'MEETING'; readonly eventId: string; readonly meetingId: string }
  /** When it happened, ISO 8601. */
  readonly at: string
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

/**
 * Adds many jobs of one task in one statement, each with its own key: while one waits, another with its key
 * changes nothing about when it runs.
 * @param options.afterSeconds they wait so long, by the database's clock
 * @param options.maxAttempts as in {@link EnqueueOptions}
 */
export async function enqueueEach<Name extends TaskName>(
  tx: Db,
  task: Name,
  jobs: readonly { readonly payload: TaskPayloads[Name]; readonly jobKey: string }[],
  { afterSeconds, maxAttempts }: { readonly afterSeconds: number; readonly maxAttempts: number },
): Promise<void> {
  if (jobs.length === 0) return
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${task}::text,
      payload => job -> 'payload',
      run_at => now() + make_interval(secs => ${afterSeconds}::double precision),
      max_attempts => ${maxAttempts}::int,
      job_key => job ->> 'jobKey',
      job_key_mode => 'preserve_run_at')
    FROM json_array_elements(${JSON.stringify(jobs)}::json) AS job`
}
