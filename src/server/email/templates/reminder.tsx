import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { open } from '../for-operator'
import { defineTemplate } from '../template'
import { MailHeading, MailLayout, MainLink, Paragraph } from './layout'
import { becauseOf } from './morning-after'
import { ListFooter, pageUrl, personToWrite, PersonToWrite, webUrl } from './parts'

export const reminderProps = z.object({
  eventName: open(z.string()),
  communityName: open(z.string()),
  postalAddress: open(z.string()),
  /** Whom one has not written to yet. */
  open: z.array(personToWrite).min(1),
  todayUrl: pageUrl,
  unsubscribeUrl: webUrl,
})

type Props = z.output<typeof reminderProps>

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  const count = props.open.length
  return (
    <MailLayout
      locale={locale}
      title={title}
      preview={t('reminder.preview')}
      footer={<ListFooter {...props} because={becauseOf(props, t)} unsubscribe={t('morningAfter.unsubscribe')} />}
    >
      <MailHeading>{t('reminder.heading', { count, event: props.eventName })}</MailHeading>
      <Paragraph>{t('reminder.intro', { count })}</Paragraph>
      {props.open.map((person) => (
        <PersonToWrite key={person.doneUrl} person={person} t={t} />
      ))}
      <Paragraph small>
        {t('morningAfter.encouragement')} {t('reminder.last')}
      </Paragraph>
      <p style={{ margin: '24px 0 0' }}>
        <MainLink href={props.todayUrl}>{t('reminder.today')}</MainLink>
      </p>
    </MailLayout>
  )
}

/** Once, in the second or third week after an evening: who is still to be written to. */
export const reminder = defineTemplate({
  props: reminderProps,
  subject: ({ open, eventName }, locale) =>
    textOf(locale, 'mail')('reminder.subject', { count: open.length, name: open[0]?.name ?? '', event: eventName }),
  body: (props, locale, title) => <Body props={props} locale={locale} title={title} />,
})
