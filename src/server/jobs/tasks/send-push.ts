import { sendPush } from '@/server/services/push/send-push'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** One attempt at one message; thrown faults make the queue try again a little later. */
export function sendPushTask(job: TaskPayloads['send-push'], deps: JobDeps): Promise<void> {
  return sendPush(deps, job)
}
