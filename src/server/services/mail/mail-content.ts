import type { MailKind } from '@/generated/prisma/enums'
import { renderMail, type RenderedMail } from '@/server/email/render-mail'
import { LOCALES, type Locale } from '@/text/translator'
import { MAIL_KINDS } from './kinds'
import type { ContentDeps, Letter, MailKindEntry, Reader, StoredMail } from './mail-kind'

/** A kind that is not written yet has no entry. */
const KINDS: Partial<Record<MailKind, MailKindEntry>> = MAIL_KINDS

/** The entry of a kind, if there is one. */
export const kindOf = (kind: MailKind) => KINDS[kind]

async function localeFor({ db }: ContentDeps, mail: StoredMail): Promise<Locale> {
  const user = mail.userId
    ? await db.user.findUnique({ where: { id: mail.userId }, select: { locale: true } })
    : null
  return LOCALES.find((locale) => locale === user?.locale) ?? LOCALES[0]
}

/** A mail in words, and what counts as told once it has gone out. */
export type MailContent = RenderedMail & Pick<Letter, 'onSent'>

/**
 * The mail in words, with what is true now, or null when there is nothing left to say: its event or its
 * person is gone, or no template of its kind exists.
 */
export async function mailContent(
  deps: ContentDeps,
  mail: StoredMail,
  reader: Reader = 'recipient',
): Promise<MailContent | null> {
  const locale = await localeFor(deps, mail)
  const letter = await kindOf(mail.kind)?.write(deps, mail, locale, reader)
  if (!letter) return null
  const words = await renderMail(letter.template, letter.props, locale)
  return letter.onSent ? { ...words, onSent: letter.onSent } : words
}
