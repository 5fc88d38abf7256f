import { ID_PREFIX } from '@/domain/ids'
import { sameText, sign } from '@/server/lib/tokens'

/** What a link of these mails is about. */
type Subject = 'introduction' | 'ask'

/** The token of one person's side. The person is in its signature alone; it holds for as long as its subject is open. */
export function personToken(secret: string, subject: Subject, subjectId: string, userId: string): string {
  return `${subjectId.slice(ID_PREFIX[subject].length + 1)}.${sign(secret, `${subject}-link`, [subjectId, userId])}`
}

/** What a token claims, before its signature is checked, which takes the people concerned. */
export interface UncheckedPersonToken {
  readonly subjectId: string
  isSignedFor(userId: string): boolean
}

/** Reads a token, or null when it has not even the form of one. */
export function readPersonToken(secret: string, subject: Subject, token: string): UncheckedPersonToken | null {
  const [body, given, ...rest] = token.split('.')
  if (!body || !given || rest.length > 0) return null
  const subjectId = `${ID_PREFIX[subject]}_${body}`
  return { subjectId, isSignedFor: (userId) => sameText(given, sign(secret, `${subject}-link`, [subjectId, userId])) }
}
