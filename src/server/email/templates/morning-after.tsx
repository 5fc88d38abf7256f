import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { open, personName } from '../for-operator'
import { defineTemplate } from '../template'
import { MailHeading, MailLayout, MainLink, Paragraph, TextLink } from './layout'
import { ListFooter, pageUrl, personToWrite, PersonToWrite, Quotes, SubHeading, webUrl, type Translate } from './parts'

export const morningAfterProps = z.object({
  name: open(z.string()),
  eventName: open(z.string()),
  communityName: open(z.string()),
  postalAddress: open(z.string()),
  met: z.array(personToWrite),
  missed: z.array(z.object({ name: personName(), reason: z.string() })).max(2),
  /** What others took away from the evening. */
  takeaways: z.array(z.object({ from: personName(), text: z.string() })),
  eveningUrl: pageUrl,
  /** Where to say what one takes away oneself. */
  takeawayUrl: pageUrl,
  unsubscribeUrl: webUrl,
})

type Props = z.output<typeof morningAfterProps>

function Missed({ missed, t }: { readonly missed: Props['missed']; readonly t: Translate }) {
  if (missed.length === 0) return null
  return (
    <>
      <SubHeading>{t('morningAfter.missed', { count: missed.length })}</SubHeading>
      <Quotes quotes={missed.map(({ name, reason }) => ({ from: name, text: reason }))} />
    </>
  )
}

function Takeaways({ props: { takeaways, takeawayUrl }, t }: { readonly props: Props; readonly t: Translate }) {
  return (
    <>
      {takeaways.length === 0 ? null : (
        <>
          <SubHeading>{t('morningAfter.takeaways')}</SubHeading>
          <Quotes quotes={takeaways} />
        </>
      )}
      <Paragraph>
        <TextLink href={takeawayUrl}>{t('morningAfter.takeaway')}</TextLink>
      </Paragraph>
    </>
  )
}

/** Why this mail comes, named by the evening and, unless they are the same, its community. */
export function becauseOf({ eventName: event, communityName: community }: Pick<Props, 'eventName' | 'communityName'>, t: Translate) {
  return event === community ? t('morningAfter.becauseEvent', { event }) : t('morningAfter.because', { event, community })
}

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  const { met, eventName: event } = props
  return (
    <MailLayout
      locale={locale}
      title={title}
      preview={t('morningAfter.preview', { count: met.length, event })}
      footer={<ListFooter {...props} because={becauseOf(props, t)} unsubscribe={t('morningAfter.unsubscribe')} />}
    >
      <MailHeading>{t('morningAfter.greeting', { name: props.name })}</MailHeading>
      <Paragraph>
        {met.length > 0 ? t('morningAfter.intro', { count: met.length, event }) : t('morningAfter.introNobody', { event })}
      </Paragraph>
      {met.map((person) => (
        <PersonToWrite key={person.doneUrl} person={person} t={t} />
      ))}
      {met.length > 0 ? (
        <Paragraph small>
          {t('morningAfter.encouragement')} {t('morningAfter.noAddress')}
        </Paragraph>
      ) : null}
      <Missed missed={props.missed} t={t} />
      <Takeaways props={props} t={t} />
      <p style={{ margin: '24px 0 0' }}>
        <MainLink href={props.eveningUrl}>{t('morningAfter.evening')}</MainLink>
      </p>
    </MailLayout>
  )
}

/** The morning after: whom you met, with your own notes, and a line to begin with. */
export const morningAfter = defineTemplate({
  props: morningAfterProps,
  subject: (props, locale) =>
    textOf(locale, 'mail')('morningAfter.subject', { count: props.met.length, event: props.eventName }),
  body: (props, locale, title) => <Body props={props} locale={locale} title={title} />,
})
