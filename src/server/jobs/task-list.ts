import type { TaskName, TaskPayloads } from './enqueue'
import type { JobDeps } from './job-deps'
import { afterArrivalsTask } from './tasks/after-arrivals'
import { pushSuggestionTask } from './tasks/push-suggestion'
import { runImportTask } from './tasks/run-import'
import { sendMailTask } from './tasks/send-mail'
import { sendPushTask } from './tasks/send-push'
import { tickTask } from './tasks/tick'

type Tasks = { readonly [Name in TaskName]: (payload: TaskPayloads[Name], deps: JobDeps) => Promise<void> }

/** The function of every task, listed by hand. */
export const TASKS: Tasks = {
  'after-arrivals': afterArrivalsTask,
  'push-suggestion': pushSuggestionTask,
  'run-import': runImportTask,
  'send-mail': sendMailTask,
  'send-push': sendPushTask,
  tick: tickTask,
}
