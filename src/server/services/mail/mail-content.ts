import { renderMail, type RenderedMail } from '@/server/email/render-mail'
import type { MailKind } from '@/generated/prisma/enums'
import { LOCALES, type Locale } from '@/text/translator'
import { loadMorningAfter } from '../follow-up/load-morning-after'
import { writeLateFollowUps } from '../follow-up/write-follow-ups'
import { loadEventMail } from '../rsvp/load-event-mail'
import type { MailDeps } from './mail-deps'
import { STORED_PROPS } from './queue-mail'

/** The part of an outbox row that its content is made of. */
export interface StoredMail {
  readonly id: string
  readonly kind: MailKind
  readonly recipient: string
  readonly userId: string | null
  readonly props: unknown
}

export type ContentDeps = Pick<MailDeps, 'db' | 'secret' | 'publicUrl' | 'clock'>

/** Who reads: the person it is written to, or the operator, from whom private parts are kept. */
export type Reader = 'recipient' | 'operator'

async function localeFor({ db }: ContentDeps, mail: StoredMail): Promise<Locale> {
  const user = mail.userId
    ? await db.user.findUnique({ where: { id: mail.userId }, select: { locale: true } })
    : null
  return LOCALES.find((locale) => locale === user?.locale) ?? LOCALES[0]
}

/**
 * The mail in words, with what is true now, or null when there is nothing left to say: its event or its
 * person is gone, or no template of its kind exists.
 */
export async function mailContent(
  deps: ContentDeps,
  mail: StoredMail,
  reader: Reader = 'recipient',
): Promise<RenderedMail | null> {
  const locale = await localeFor(deps, mail)
  switch (mail.kind) {
    case 'SIGN_IN':
      return renderMail('SIGN_IN', mail.props, locale)
    case 'MORNING_AFTER': {
      const { eventId } = STORED_PROPS.MORNING_AFTER.parse(mail.props)
      if (reader === 'recipient' && mail.userId) {
        await writeLateFollowUps(deps.db, { userId: mail.userId, eventId }, deps.clock.now())
      }
      const props = await loadMorningAfter(deps, { ...mail, eventId }, locale, reader)
      return props && renderMail('MORNING_AFTER', props, locale)
    }
    case 'EVENT': {
      const props = await loadEventMail(deps, { ...mail, ...STORED_PROPS.EVENT.parse(mail.props) }, locale, reader)
      return props && renderMail('EVENT', props, locale)
    }
    default:
      return null
  }
}
