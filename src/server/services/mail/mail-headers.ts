import type { StoredMail } from './mail-kind'
import type { MailDeps } from './mail-deps'
import { OPTIONAL_KINDS, unsubscribeToken } from './unsubscribe-token'

/** The page and one-click address (RFC 8058) that switch this kind of mail off for this recipient. */
export function unsubscribeUrl(
  { secret, publicUrl }: Pick<MailDeps, 'secret' | 'publicUrl'>,
  mail: Pick<StoredMail, 'kind' | 'recipient' | 'userId'>,
): string | null {
  const kind = OPTIONAL_KINDS.find((optional) => optional === mail.kind)
  if (!kind || !mail.userId) return null
  return `${publicUrl}/unsubscribe/${unsubscribeToken(secret, mail.userId, kind, mail.recipient)}`
}

/**
 * Headers that every mail carries (RFC 3834), and those that let its reader switch it off (RFC 2369,
 * RFC 8058) and sort it (RFC 2919): on all but sign-in. By mail only where somebody reads such mail.
 * @throws Error if a mail that can be switched off has nobody to switch it off for.
 */
export function mailHeaders(
  deps: Pick<MailDeps, 'secret' | 'publicUrl' | 'unsubscribeMailbox'>,
  mail: Pick<StoredMail, 'kind' | 'recipient' | 'userId'>,
): Record<string, string> {
  const common = { 'Auto-Submitted': 'auto-generated' }
  if (mail.kind === 'SIGN_IN') return common
  const url = unsubscribeUrl(deps, mail)
  if (!url) throw new Error(`A mail ${mail.kind} belongs to nobody, so it could not be switched off.`)
  const token = url.slice(url.lastIndexOf('/') + 1)
  const mailbox = deps.unsubscribeMailbox
  const byMail = mailbox ? [`<mailto:${mailbox}?subject=unsubscribe%20${token}>`] : []
  const list = mail.kind.toLowerCase().replaceAll('_', '-')
  return {
    ...common,
    'List-Unsubscribe': [`<${url}>`, ...byMail].join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<${list}.${new URL(deps.publicUrl).hostname}>`,
  }
}
