import { pushSuggestion } from '@/server/services/push/push-suggestion'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** 'Your suggestion arrived', to every browser of one person. */
export function pushSuggestionTask(asked: TaskPayloads['push-suggestion'], { db, clock }: JobDeps): Promise<void> {
  return pushSuggestion(db, { ...asked, now: clock.now() })
}
