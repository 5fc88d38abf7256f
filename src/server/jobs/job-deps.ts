import type { MailDeps } from '@/server/services/mail/mail-deps'

/** What every task has in its hands. */
export type JobDeps = MailDeps
