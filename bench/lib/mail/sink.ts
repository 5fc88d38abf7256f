import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { atEnd } from '../clean-up'

/** A mail server on this machine that takes everything. */
export interface Sink {
  /** What SMTP_URL is to be. */
  readonly url: string
  /** How often each Message-ID has come. */
  readonly taken: ReadonlyMap<string, number>
}

/** Starts the mail server in a thread of its own; it ends with the run. */
export async function startSink(): Promise<Sink> {
  const thread = new Worker(new URL('./sink.mjs', import.meta.url))
  atEnd(() => thread.terminate())
  const ready: unknown[] = await once(thread, 'message')
  const taken = new Map<string, number>()
  thread.on('message', (messageId: string) => taken.set(messageId, (taken.get(messageId) ?? 0) + 1))
  return { url: `smtp://127.0.0.1:${String(ready[0])}`, taken }
}
