import type { MailKind } from '@/generated/prisma/enums'
import { renderMail, type Reader, type RenderedMail } from '@/server/email/render-mail'
import { LOCALES, type Locale } from '@/text/translator'
import { MAIL_KINDS } from './kinds'
import type { ContentDeps, Letter, MailKindEntry, StoredMail } from './mail-kind'

/** A kind that is not written yet has no entry. */
const KINDS: Partial<Record<MailKind, MailKindEntry>> = MAIL_KINDS

/** The entry of a kind, if there is one. */
export const kindOf = (kind: MailKind) => KINDS[kind]

async function languageOf({ db }: ContentDeps, { userId }: StoredMail): Promise<string | null> {
  if (userId === null) return null
  return (await db.user.findUnique({ where: { id: userId }, select: { locale: true } }))?.locale ?? null
}

/** A mail in words, and what counts as told once it has gone out. */
export type MailContent = RenderedMail & Pick<Letter, 'onSent'>

/**
 * The mail in words, with what is true now, or null when there is nothing left to say: its event or its
 * person is gone, or no template of its kind exists.
 * @param language what its reader reads, where that was looked up already
 */
export async function mailContent(
  deps: ContentDeps,
  mail: StoredMail,
  reader: Reader = 'recipient',
  language?: string | null,
): Promise<MailContent | null> {
  const wanted = language === undefined ? await languageOf(deps, mail) : language
  const locale: Locale = LOCALES.find((one) => one === wanted) ?? LOCALES[0]
  const letter = await kindOf(mail.kind)?.write(deps, mail, locale, reader)
  if (!letter) return null
  const words = await renderMail(letter.template, letter.props, locale, reader)
  return letter.onSent ? { ...words, onSent: letter.onSent } : words
}
