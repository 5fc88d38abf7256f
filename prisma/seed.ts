import { env } from '@/env'
import { createDatabase } from '@/server/db/client'
import { systemClock } from '@/server/lib/clock'
import { createDemo } from '@/server/services/demo/create-demo'
import { syncCatalogue } from '@/server/services/interest/sync-catalogue'

// Adds the demo community to an installation that is set up, owned by its operator.

const { DATABASE_URL, AUTH_SECRET } = env()
if (!DATABASE_URL || !AUTH_SECRET) throw new Error('Set DATABASE_URL and AUTH_SECRET to those of the installation.')

const db = createDatabase(DATABASE_URL, 2)
try {
  const operator = await db.installation.findUnique({ where: { id: 1 }, select: { operator: { select: { id: true, timeZone: true } } } })
  if (!operator?.operator) throw new Error('Open the set-up link first: the demo community needs an owner.')
  const { id: ownerId, timeZone } = operator.operator
  const { slug } = await db.$transaction(
    async (tx) => {
      await syncCatalogue(tx)
      return createDemo(tx, {
        secret: AUTH_SECRET,
        now: systemClock.now(),
        locale: 'en',
        ownerId,
        timeZone: timeZone ?? 'UTC',
      })
    },
    { timeout: 60_000 },
  )
  process.stdout.write(`The demo community is at ${env().PUBLIC_URL}/organize/${slug}\n`)
} finally {
  await db.$disconnect()
}
