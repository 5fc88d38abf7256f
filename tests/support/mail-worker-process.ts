// A worker in a process of its own, which a test may kill: `DATABASE_URL` and `SMTP_URL` say on what it works,
// its argument how many minutes after NOW it is.
import { env } from '@/env'
import { createDatabase } from '@/server/db/client'
import { createMailTransport } from '@/server/email/transport'
import { startWorker } from '@/server/jobs/worker'
import { minutesFromNow, PUBLIC_URL, SECRET } from '../factories/moment'

const { DATABASE_URL: databaseUrl, SMTP_URL: url } = env()
if (!databaseUrl || !url) throw new Error('DATABASE_URL and SMTP_URL are to be set.')

const now = minutesFromNow(Number(process.argv[2]))
await startWorker({
  databaseUrl,
  heartbeatMs: 200,
  deps: {
    db: createDatabase(databaseUrl, 5),
    clock: { now: () => now },
    secret: SECRET,
    publicUrl: PUBLIC_URL,
    from: 'Serendip <hello@meet.example.org>',
    transport: createMailTransport({ url }),
  },
})
