import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import type { PrismaClient } from '@/generated/prisma/client'
import { createProvedUser } from '@/server/auth/create-user'
import { SESSION_DAYS } from '@/server/auth/session-cookie'
import { parseEmail } from '@/server/lib/email-address'
import { textOf, type Locale } from '@/text/translator'
import { createCommunity } from '../community/create-community'
import { createDemo } from '../demo/create-demo'
import { syncCatalogue } from '../interest/sync-catalogue'
import { startSession } from '../session/start-session'
import { isSetUpToken } from './set-up-token'

const NAME_MAX = 200
/** The demo's evenings are many rows; two cores write them in about a second. In milliseconds. */
const LONGEST_WORK = 60_000

/** What the set-up form says. */
export interface SetUpForm {
  readonly name: string
  readonly email: string
  readonly timeZone: string
  /** The name of an own community; null for the demo community. */
  readonly communityName: string | null
}

interface Given extends SetUpForm {
  readonly token: string
  readonly secret: string
  readonly now: Date
  readonly locale: Locale
}

function refuseWrongToken(given: { token: string; secret: string; locale: Locale }) {
  if (isSetUpToken(given.secret, given.token)) return
  throw new DomainError('NOT_FOUND', textOf(given.locale, 'setUp')('wrongLink'))
}

/** Whether the installation is set up. @throws DomainError NOT_FOUND for any token but the right one. */
export async function setUpState(db: PrismaClient, given: { token: string; secret: string; locale: Locale }) {
  refuseWrongToken(given)
  const row = await db.installation.findUnique({ where: { id: 1 }, select: { setUpAt: true } })
  return { done: Boolean(row?.setUpAt) }
}

/**
 * Makes the installation's owner with a community, in one transaction, and signs them in. The address
 * counts as proved: whoever holds the set-up link holds the installation.
 * @returns the value of the session cookie and the community's slug.
 * @throws DomainError NOT_FOUND for a wrong token, CONFLICT once it is done (of two at once, exactly
 *   one wins), BAD_INPUT with what to mend.
 */
export async function finishSetUp(db: PrismaClient, given: Given): Promise<{ sessionToken: string; slug: string }> {
  const { secret, now, locale } = given
  refuseWrongToken(given)
  const t = textOf(locale, 'setUp')
  const name = cleanLine(given.name, NAME_MAX)
  if (!name) throw new DomainError('BAD_INPUT', t('nameMissing'))
  if (given.name.trim().length > NAME_MAX) throw new DomainError('BAD_INPUT', t('nameTooLong', { max: NAME_MAX }))
  const email = parseEmail(given.email)
  if (!email) throw new DomainError('BAD_INPUT', t('emailImpossible'))

  return db.$transaction(
    async (tx) => {
      // The row's lock decides between two tabs: the second waits here, then finds it done.
      const won = await tx.$executeRaw`
        INSERT INTO installation AS i (id, "setUpAt") VALUES (1, ${now})
        ON CONFLICT (id) DO UPDATE SET "setUpAt" = ${now} WHERE i."setUpAt" IS NULL`
      if (won === 0) throw new DomainError('CONFLICT', t('alreadyDone'))

      const known = await tx.user.findUnique({ where: { email }, select: { id: true } })
      const { id: ownerId } = known ?? (await createProvedUser(tx, secret, email, now))
      await tx.user.update({ where: { id: ownerId }, data: { name, timeZone: given.timeZone } })
      await tx.installation.update({ where: { id: 1 }, data: { operatorId: ownerId } })
      await syncCatalogue(tx)
      const { slug } =
        given.communityName === null
          ? await createDemo(tx, { secret, now, locale, ownerId, timeZone: given.timeZone })
          : await createCommunity(tx, { name: given.communityName, timeZone: given.timeZone, ownerId, now, locale })
      return { slug, sessionToken: await startSession(tx, ownerId, now, SESSION_DAYS * 24) }
    },
    { timeout: LONGEST_WORK, maxWait: LONGEST_WORK },
  )
}
