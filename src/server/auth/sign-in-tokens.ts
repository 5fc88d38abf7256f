import { createHmac } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { hashToken, randomText, sameText } from '@/server/lib/tokens'

/** How long a mailed link and code open a session, in minutes. */
export const SIGN_IN_MINUTES = 15
/** How many wrong codes a request survives. */
const TRIES = 5

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
 * Opens a sign-in request by its link (no identifier, the token's stored form) or by address and code.
 * Single use: the row is deleted in the statement that decides. A wrong code counts, and the fifth ends
 * the request. With it ends every session that the address was given at a door without proof.
 * @returns null for whatever is wrong, without saying what.
 */
export async function redeemToken(
  db: PrismaClient,
  secret: string,
  given: { readonly identifier?: string; readonly token: string },
  now: Date,
): Promise<{ identifier: string; token: string; expires: Date } | null> {
  return db.$transaction(async (tx) => {
    const row = await tx.verificationToken.findFirst({
      where: given.identifier ? { identifier: given.identifier } : { token: given.token },
    })
    if (!row || row.expires <= now) return null
    const code = stored(secret, codeFor(secret, row.identifier, row.token))
    if (!sameText(given.token, row.token) && !(given.identifier && sameText(given.token, code))) {
      // Counted under the row's lock: parallel guesses are all counted.
      const { attempts } = await tx.verificationToken.update({
        where: { identifier: row.identifier },
        data: { attempts: { increment: 1 } },
      })
      if (attempts >= TRIES) await tx.verificationToken.deleteMany({ where: { identifier: row.identifier } })
      return null
    }
    const { count } = await tx.verificationToken.deleteMany({
      where: { identifier: row.identifier, token: row.token, attempts: { lt: TRIES } },
    })
    if (count === 0) return null
    await tx.session.deleteMany({ where: { user: { doorEmail: row.identifier } } })
    return { identifier: row.identifier, token: given.token, expires: row.expires }
  })
}
