import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { open } from '../for-operator'
import { defineTemplate } from '../template'
import { ActionLink, COLOR, MailHeading, MailLayout, MainLink, Paragraph, STYLE, TextLink } from './layout'

const webUrl = z.url({ protocol: /^https?$/ })
const pageUrl = open(z.url({ protocol: /^https?$/ }))

const eventProps = z.object({
  what: z.enum(['GOING', 'WAITLISTED', 'PROMOTED', 'LAPSED', 'REMOVED', 'REMINDER', 'CHANGED', 'CANCELLED', 'BACK_ON']),
  eventName: open(z.string()),
  communityName: open(z.string()),
  postalAddress: open(z.string()),
  /** Day and hours in words. */
  when: open(z.string()),
  /** The venue, empty if none is known. */
  where: open(z.string()),
  changes: z.array(z.object({ label: z.enum(['name', 'when', 'where']), was: open(z.string()), now: open(z.string()) })),
  plusOnes: z.number().int().min(0),
  /** The place in line from 1; 0 for somebody who does not wait. */
  place: z.number().int().min(0),
  waiting: z.boolean(),
  /** Until when a place must be confirmed, in words; null when there is nothing to confirm. */
  confirmUntil: open(z.string()).nullable(),
  confirmUrl: webUrl.nullable(),
  ticketUrl: webUrl.nullable(),
  cancelUrl: webUrl.nullable(),
  calendarUrl: pageUrl.nullable(),
  eventUrl: pageUrl,
  unsubscribeUrl: webUrl,
})

export type EventMailProps = z.input<typeof eventProps>
type Props = z.output<typeof eventProps>
type Translate = ReturnType<typeof textOf<'mail'>>

const card = { borderLeft: `3px solid ${COLOR.line}`, padding: '2px 0 2px 16px', margin: '0 0 20px' }

/** What it is, when and where. */
function Facts({ props: { eventName, when, where } }: { readonly props: Props }) {
  return (
    <div className="line" style={card}>
      <h2 className="ink" style={STYLE.name}>
        {eventName}
      </h2>
      <Paragraph>
        {when}
        {where === '' ? null : (
          <>
            <br />
            {where}
          </>
        )}
      </Paragraph>
    </div>
  )
}

/** What was and what is. */
function Changes({ changes, t }: { readonly changes: Props['changes']; readonly t: Translate }) {
  return changes.map(({ label, was, now }) => (
    <Paragraph key={label}>
      <strong>{t(`event.change.${label}`)}</strong>
      <br />
      {was === '' ? null : (
        <>
          {t('event.was', { was })}
          <br />
        </>
      )}
      {now === '' ? t('event.nowNone') : t('event.now', { now })}
    </Paragraph>
  ))
}

/** The one thing that the reader most likely wants to do. */
function mainOf({ what, confirmUrl, ticketUrl, eventUrl }: Props, t: Translate): { href: string; label: string } {
  if (confirmUrl !== null) return { href: confirmUrl, label: t('event.confirm') }
  if (ticketUrl !== null) return { href: ticketUrl, label: t('event.ticket') }
  return { href: eventUrl, label: t(what === 'LAPSED' ? 'event.again' : 'event.page') }
}

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  const { what, waiting, place, plusOnes, confirmUntil, cancelUrl, calendarUrl } = props
  const main = mainOf(props, t)
  const told = { place, plusOnes, until: confirmUntil ?? 'none' }
  return (
    <MailLayout
      locale={locale}
      title={title}
      preview={`${props.when}${props.where === '' ? '' : ` · ${props.where}`}`}
      footer={
        <>
          <Paragraph small>
            {t('event.because', { event: props.eventName })}{' '}
            <TextLink href={props.unsubscribeUrl}>{t('event.unsubscribe')}</TextLink>
          </Paragraph>
          <Paragraph small>
            {props.communityName}
            {props.postalAddress === '' ? null : `, ${props.postalAddress}`}
          </Paragraph>
        </>
      }
    >
      <MailHeading>{t(`event.${what}.heading`, told)}</MailHeading>
      <Paragraph>{t(`event.${what}.text`, told)}</Paragraph>
      <Changes changes={props.changes} t={t} />
      <Facts props={props} />
      <p style={{ margin: '0 0 12px' }}>
        <MainLink href={main.href}>{main.label}</MainLink>
      </p>
      {calendarUrl === null ? null : <ActionLink href={calendarUrl}>{t('event.calendar')}</ActionLink>}{' '}
      {cancelUrl === null ? null : <ActionLink href={cancelUrl}>{t(waiting ? 'event.leaveLine' : 'event.cancel')}</ActionLink>}
    </MailLayout>
  )
}

/** What has become of somebody's place at an event, or of the event. */
export const event = defineTemplate({
  props: eventProps,
  subject: ({ what, eventName }, locale) => textOf(locale, 'mail')(`event.${what}.subject`, { event: eventName }),
  body: (props, locale, title) => <Body props={props} locale={locale} title={title} />,
})
