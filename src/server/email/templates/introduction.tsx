import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { open, personName } from '../for-operator'
import { defineTemplate } from '../template'
import { COLOR, MailHeading, MailLayout, MainLink, Paragraph, STYLE, TextLink } from './layout'

const webUrl = z.url({ protocol: /^https?$/ })
const line = z.object({ label: open(z.string()), value: z.string() })

export const introductionProps = z.object({
  what: z.enum(['PROPOSED', 'CONNECTED', 'ASKED', 'HELPED']),
  /** Of the reader. */
  name: open(z.string()),
  /** Who introduces, asks or helps. */
  by: personName(),
  /** Whom the reader may meet; the one who helps. */
  other: personName(),
  /** The other's own line, empty if none is shown. */
  headline: z.string(),
  /** Why the two should meet, in the words of who introduces; what the helper wrote. Empty if nothing. */
  reason: z.string(),
  /** What is asked; empty in mails about introductions. */
  text: z.string(),
  /** Why the reader is asked, as sentences. */
  why: z.array(z.string()),
  /** What the other lets the reader have, and what the reader let the other have. */
  details: z.array(line),
  gave: z.array(line),
  /** A line to begin with, empty if none. */
  line: z.string(),
  /** The day until which there is time. */
  until: open(z.string()),
  url: webUrl,
  communityName: open(z.string()),
  postalAddress: open(z.string()),
  unsubscribeUrl: webUrl,
})

export type IntroductionMailProps = z.input<typeof introductionProps>
type Props = z.output<typeof introductionProps>
type Translate = ReturnType<typeof textOf<'mail'>>

const card = { borderLeft: `3px solid ${COLOR.line}`, padding: '2px 0 2px 16px', margin: '0 0 24px' }

/** A text below what it is. */
function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Paragraph>
      <span className="muted" style={STYLE.small}>
        {label}
      </span>
      <br />
      {text}
    </Paragraph>
  )
}

/** The other: name, line, and why. */
function Person({ props, t }: { readonly props: Props; readonly t: Translate }) {
  const { what, by, other, headline, reason } = props
  return (
    <div className="line person" style={card}>
      <h2 className="ink" style={STYLE.name}>
        {other}
      </h2>
      {headline === '' ? null : <Paragraph>{headline}</Paragraph>}
      {reason === '' ? null : <Labelled label={t(what === 'HELPED' ? 'introduction.note' : 'introduction.says', { by })} text={reason} />}
      {props.details.map((detail) => (
        <Labelled key={detail.value} label={detail.label} text={detail.value} />
      ))}
    </div>
  )
}

/** What is asked, and why this reader is asked. */
function Asked({ text, why }: Pick<Props, 'text' | 'why'>) {
  return (
    <div className="line person" style={card}>
      <h2 className="ink" style={STYLE.name}>
        {text}
      </h2>
      {why.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
    </div>
  )
}

function Footer({ props, t }: { readonly props: Props; readonly t: Translate }) {
  return (
    <>
      <Paragraph small>
        {t(`introduction.because.${props.what}`, { by: props.by })}{' '}
        <TextLink href={props.unsubscribeUrl}>{t('introduction.unsubscribe')}</TextLink>
      </Paragraph>
      {props.communityName === '' ? null : (
        <Paragraph small>
          {props.communityName}
          {props.postalAddress === '' ? null : `, ${props.postalAddress}`}
        </Paragraph>
      )}
    </>
  )
}

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  const { what, by, other, until } = props
  const words = { by, other, until, name: props.name, count: props.details.length }
  const given = new Intl.ListFormat(locale, { type: 'conjunction' }).format(props.gave.map(({ value }) => value))
  return (
    <MailLayout locale={locale} title={title} preview={t(`introduction.${what}.preview`, words)} footer={<Footer props={props} t={t} />}>
      <MailHeading>{t(`introduction.${what}.heading`, words)}</MailHeading>
      <Paragraph>{t(`introduction.${what}.text`, words)}</Paragraph>
      {what === 'ASKED' ? <Asked {...props} /> : <Person props={props} t={t} />}
      {props.line === '' ? null : <Labelled label={t('introduction.beginWith')} text={props.line} />}
      {given === '' ? null : <Paragraph small>{t('introduction.gave', { other, given })}</Paragraph>}
      <p style={{ margin: '0 0 16px' }}>
        <MainLink href={props.url}>{t(`introduction.${what}.button`, words)}</MainLink>
      </p>
      {what === 'PROPOSED' || what === 'ASKED' ? <Paragraph small>{t(`introduction.${what}.quiet`, words)}</Paragraph> : null}
    </MailLayout>
  )
}

/** Somebody brings the reader together with somebody, asks, or helps. */
export const introduction = defineTemplate({
  props: introductionProps,
  subject: ({ what, by, other }, locale) => textOf(locale, 'mail')(`introduction.${what}.subject`, { by, other }),
  body: (props, locale, title) => <Body props={props} locale={locale} title={title} />,
})
