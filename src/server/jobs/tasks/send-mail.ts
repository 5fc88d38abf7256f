import { sendMail } from '@/server/services/mail/send-mail'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** One attempt at one mail; the mail's own row, not the job, says when to try again. */
export function sendMailTask({ mailId }: TaskPayloads['send-mail'], deps: JobDeps): Promise<void> {
  return sendMail(deps, mailId)
}
