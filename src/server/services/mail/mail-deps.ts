import type { PrismaClient } from '@/generated/prisma/client'
import type { MailTransport } from '@/server/email/transport'
import type { Clock } from '@/server/lib/clock'

/** What writing and sending mail takes. */
export interface MailDeps {
  readonly db: PrismaClient
  readonly clock: Clock
  /** Keys the links in mails. */
  readonly secret: string
  /** Origin of the links in mails. */
  readonly publicUrl: string
  /** `Name <address>` or an address. */
  readonly from: string
  /** An address where somebody reads wishes to be written to no more; none unless there is one. */
  readonly unsubscribeMailbox?: string | undefined
  /** Null: no mail server is set, and nothing is sent. */
  readonly transport: MailTransport | null
}
