import type { Prisma } from '@/generated/prisma/client'
import { issueSignInToken, SIGN_IN_MINUTES } from '@/server/auth/sign-in-tokens'
import { hashToken } from '@/server/lib/tokens'
import { queueMail } from '../mail/queue-mail'

interface SignInMail {
  readonly secret: string
  readonly publicUrl: string
  readonly email: string
  readonly name: string
  readonly eventName?: string
  readonly now: Date
}

/**
 * Issues link and code for an address and queues the mail that carries them, in the transaction at
 * hand. The link goes to a page with a button: opening it signs nobody in.
 */
export async function sendSignInMail(tx: Prisma.TransactionClient, mail: SignInMail): Promise<void> {
  const { secret, email, name, eventName, now } = mail
  const { token, code, expires } = await issueSignInToken(tx, secret, email, now)
  const link = new URL('/sign-in/confirm', mail.publicUrl)
  link.searchParams.set('token', token)
  await queueMail(
    tx,
    {
      kind: 'SIGN_IN',
      recipient: email,
      subjectKey: hashToken(token).slice(0, 32),
      props: { name, code, link: link.href, minutes: SIGN_IN_MINUTES, ...(eventName ? { eventName } : {}) },
      expiresAt: expires,
    },
    now,
  )
}
