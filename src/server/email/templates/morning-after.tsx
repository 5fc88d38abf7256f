import { Fragment } from 'react'
import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { defineTemplate } from '../template'
import { ActionLink, COLOR, MailHeading, MailLayout, MainLink, Paragraph, STYLE, TextLink } from './layout'

const webUrl = z.url({ protocol: /^https?$/ })

export const morningAfterProps = z.object({
  name: z.string(),
  eventName: z.string(),
  communityName: z.string(),
  postalAddress: z.string(),
  met: z.array(
    z.object({
      name: z.string(),
      /** The recipient's own private note, empty if none. */
      note: z.string(),
      /** A line to begin with, empty if none. */
      draft: z.string(),
      doneUrl: webUrl,
      laterUrl: webUrl,
      notNeededUrl: webUrl,
    }),
  ),
  missed: z.array(z.object({ name: z.string(), reason: z.string() })).max(2),
  eveningUrl: webUrl,
  unsubscribeUrl: webUrl,
})

type Props = z.output<typeof morningAfterProps>
type Translate = ReturnType<typeof textOf<'mail'>>

const card = { borderLeft: `3px solid ${COLOR.line}`, padding: '2px 0 2px 16px', margin: '0 0 28px' }

/** Keeps the line ends of a text in HTML and plain text alike. */
function Lines({ text }: { readonly text: string }) {
  return text.split(/\r?\n/).map((line, index) => (
    // Lines of one text have no identity but their place.
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}

/** A text below what it is. */
function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Paragraph>
      <span className="muted" style={STYLE.small}>
        {label}
      </span>
      <br />
      <Lines text={text} />
    </Paragraph>
  )
}

function MetPerson({ person, t }: { readonly person: Props['met'][number]; readonly t: Translate }) {
  return (
    <div className="line person" style={card}>
      <h2 className="ink" style={STYLE.name}>
        {person.name}
      </h2>
      {person.note === '' ? null : <Labelled label={t('morningAfter.yourNote')} text={person.note} />}
      {person.draft === '' ? null : <Labelled label={t('morningAfter.draft')} text={person.draft} />}
      <div>
        <ActionLink href={person.doneUrl}>{t('morningAfter.done')}</ActionLink>{' '}
        <ActionLink href={person.laterUrl}>{t('morningAfter.later')}</ActionLink>{' '}
        <ActionLink href={person.notNeededUrl}>{t('morningAfter.notNeeded')}</ActionLink>
      </div>
    </div>
  )
}

function Footer({ props, t }: { readonly props: Props; readonly t: Translate }) {
  return (
    <>
      <Paragraph small>
        {props.eventName === props.communityName
          ? t('morningAfter.becauseEvent', { event: props.eventName })
          : t('morningAfter.because', { event: props.eventName, community: props.communityName })}{' '}
        <TextLink href={props.unsubscribeUrl}>{t('morningAfter.unsubscribe')}</TextLink>
      </Paragraph>
      <Paragraph small>
        {props.communityName}
        {props.postalAddress === '' ? null : `, ${props.postalAddress}`}
      </Paragraph>
    </>
  )
}

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  return (
    <MailLayout
      locale={locale}
      title={title}
      preview={t('morningAfter.preview', { count: props.met.length, event: props.eventName })}
      footer={<Footer props={props} t={t} />}
    >
      <MailHeading>{t('morningAfter.greeting', { name: props.name })}</MailHeading>
      <Paragraph>
        {props.met.length > 0
          ? t('morningAfter.intro', { count: props.met.length, event: props.eventName })
          : t('morningAfter.introNobody', { event: props.eventName })}
      </Paragraph>
      {props.met.map((person) => (
        <MetPerson key={person.doneUrl} person={person} t={t} />
      ))}
      {props.met.length > 0 ? (
        <Paragraph small>
          {t('morningAfter.encouragement')} {t('morningAfter.noAddress')}
        </Paragraph>
      ) : null}
      {props.missed.length > 0 ? (
        <>
          <h2 className="ink" style={STYLE.name}>
            {t('morningAfter.missed', { count: props.missed.length })}
          </h2>
          {props.missed.map((person) => (
            <Paragraph key={`${person.name} ${person.reason}`}>
              <strong>{person.name}</strong>
              <br />
              {person.reason}
            </Paragraph>
          ))}
        </>
      ) : null}
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
