import { sendDue } from '@/server/services/mail/send-due'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** A round of mail that is due; the mails' own rows, not the job, say when to try again. */
export function sendMailTask(_payload: TaskPayloads['send-mail'], deps: JobDeps): Promise<void> {
  return sendDue(deps)
}
