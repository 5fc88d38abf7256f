import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { withinLimit } from '@/server/db/rate-limit'
import { parseEmail } from '@/server/lib/email-address'
import { textOf, type Locale } from '@/text/translator'
import { SIGN_IN_PER_ADDRESS, SIGN_IN_PER_CLIENT } from './limits'
import { sendSignInMail } from './send-sign-in-mail'

interface Request {
  readonly secret: string
  readonly publicUrl: string
  readonly email: string
  readonly ip: string
  readonly now: Date
  readonly locale: Locale
}

/**
 * Sends link and code to an address. Known or not, the answer and the work are the same: whether
 * somebody has an account is nobody else's business.
 * @throws DomainError BAD_INPUT for an impossible address, TOO_MANY past the limits.
 */
export async function requestSignIn(db: PrismaClient, request: Request): Promise<void> {
  const t = textOf(request.locale, 'signInRequest')
  const email = parseEmail(request.email)
  if (!email) throw new DomainError('BAD_INPUT', t('emailImpossible'))
  const allowed =
    // The client first: one that is stopped does not use up other people's share.
    (await withinLimit(db, SIGN_IN_PER_CLIENT, request.ip)) && (await withinLimit(db, SIGN_IN_PER_ADDRESS, email))
  if (!allowed) throw new DomainError('TOO_MANY', t('tooMany'))
  await db.$transaction((tx) => sendSignInMail(tx, { ...request, email, name: '' }))
}
