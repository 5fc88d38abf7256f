import type { TaskName, TaskPayloads } from './enqueue'
import type { JobDeps } from './job-deps'
import { afterArrivalsTask } from './tasks/after-arrivals'
import { sendMailTask } from './tasks/send-mail'
import { tickTask } from './tasks/tick'

type Tasks = { readonly [Name in TaskName]: (payload: TaskPayloads[Name], deps: JobDeps) => Promise<void> }

/** The function of every task, listed by hand. */
export const TASKS: Tasks = {
  'after-arrivals': afterArrivalsTask,
  'send-mail': sendMailTask,
  tick: tickTask,
}
