import { createHmac } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { type Limit, withinLimit } from '@/server/db/rate-limit'
import { hashToken, randomText, sameText } from '@/server/lib/tokens'

/** How long a mailed link and code open a session, in minutes. */
export const SIGN_IN_MINUTES = 15
/** How many wrong codes a request survives. */
const TRIES = 5
/** Codes tried for one address, right or wrong, whatever mails were asked for meanwhile; links stay open. */
const CODES_PER_ADDRESS: Limit = { name: 'sign-in-code', times: 20, seconds: 86_400 }

/** next-auth stores sha256(token + secret); the code is checked in the same form. */
const stored = (secret: string, token: string) => hashToken(`${token}${secret}`)

/** The six digits that go with a link: derived from its stored hash, so that nothing more is kept. */
function codeFor(secret: string, identifier: string, storedToken: string): string {
  const digest = createHmac('sha256', secret).update(JSON.stringify(['sign-in-code', identifier, storedToken])).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** A new link token and code for an address; an earlier one no longer opens anything. */
export async function issueSignInToken(db: Db, secret: string, email: string, now: Date) {
  const token = randomText(32)
  const hash = stored(secret, token)
  const expires = new Date(now.getTime() + SIGN_IN_MINUTES * 60_000)
  await db.verificationToken.upsert({
    where: { identifier: email },
    create: { identifier: email, token: hash, expires },
    update: { token: hash, expires, attempts: 0 },
  })
  return { token, code: codeFor(secret, email, hash), expires }
}

/**
 * Opens a sign-in request by its link (the token's stored form) or by address and code. Single use:
 * the row is deleted in the statement that decides. A code counts as a try before it is looked at, and
 * after five the code is dead while the link still opens. With the request ends every session that the
 * address was given at a door without proof.
 * @returns null for whatever is wrong, without saying what.
 */
export async function redeemToken(
  db: PrismaClient,
  secret: string,
  given: { readonly identifier?: string | undefined; readonly token: string },
  now: Date,
): Promise<{ identifier: string; token: string; expires: Date } | null> {
  const token = given.identifier
    ? await tokenByCode(db, secret, { identifier: given.identifier, code: given.token })
    : given.token
  if (!token) return null
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ identifier: string; expires: Date }[]>`
      DELETE FROM verification_token WHERE token = ${token} RETURNING identifier, expires`
    if (!row || row.expires <= now) return null
    await tx.$queryRaw`SELECT id FROM "user" WHERE "doorEmail" = ${row.identifier} ORDER BY id FOR UPDATE`
    await tx.session.deleteMany({ where: { user: { doorEmail: row.identifier } } })
    return { ...row, token: given.token }
  })
}

/** The stored token of the request, if the stored form of these six digits is the one that was mailed to it. */
async function tokenByCode(
  db: PrismaClient,
  secret: string,
  given: { readonly identifier: string; readonly code: string },
): Promise<string | null> {
  // A new mail brings five new tries, so what is tried in a day is counted apart.
  if (!(await withinLimit(db, CODES_PER_ADDRESS, given.identifier))) return null
  // Counted first and under the row's lock, so that guesses sent at once are all counted.
  const [row] = await db.$queryRaw<{ token: string }[]>`
    UPDATE verification_token SET attempts = attempts + 1
    WHERE identifier = ${given.identifier} AND attempts < ${TRIES} RETURNING token`
  if (!row) return null
  const mailed = stored(secret, codeFor(secret, given.identifier, row.token))
  return sameText(given.code, mailed) ? row.token : null
}
