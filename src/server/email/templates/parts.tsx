import { Fragment, type ReactNode } from 'react'
import { z } from 'zod'
import type { textOf } from '@/text/translator'
import { open, personName } from '../for-operator'
import { ActionLink, COLOR, Paragraph, STYLE, TextLink } from './layout'

/** An address that a mail may lead to. */
export const webUrl = z.url({ protocol: /^https?$/ })
/** One that does nothing and gives nobody away: the operator reads it, too. */
export const pageUrl = open(z.url({ protocol: /^https?$/ }))

export type Translate = ReturnType<typeof textOf<'mail'>>

/** Somebody to write to, with links that act. */
export const personToWrite = z.object({
  name: personName(),
  /** Why them, why now: a sentence each. */
  why: z.array(z.string()),
  /** The recipient's own private note, empty if none. */
  note: z.string(),
  /** What the two promised each other, empty if nothing. */
  myPromise: z.string(),
  theirPromise: z.string(),
  /** A line to begin with, empty if none. */
  draft: z.string(),
  doneUrl: webUrl,
  laterUrl: webUrl,
  notNeededUrl: webUrl,
})

const CARD = { borderLeft: `3px solid ${COLOR.line}`, padding: '2px 0 2px 16px', margin: '0 0 28px' } as const

/** Keeps the line ends of a text in HTML and plain text alike. */
export function Lines({ text }: { readonly text: string }) {
  return text.split(/\r?\n/).map((line, index) => (
    // Lines of one text have no identity but their place.
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}

/** A text below what it is; nothing where it is empty. */
export function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null
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

/** A heading below that of the mail. */
export function SubHeading({ children }: { readonly children: ReactNode }) {
  return (
    <h2 className="ink" style={STYLE.name}>
      {children}
    </h2>
  )
}

/** Somebody of whom the mail speaks, set apart from the others in plain text, too. */
export function PersonBlock({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="line person" style={CARD}>
      <SubHeading>{name}</SubHeading>
      {children}
    </div>
  )
}

/** Somebody to write to: why, what one knows, a line to begin with, and what to answer. */
export function PersonToWrite({ person, t }: { readonly person: z.output<typeof personToWrite>; readonly t: Translate }) {
  return (
    <PersonBlock name={person.name}>
      {person.why.length === 0 ? null : (
        <Paragraph>
          <Lines text={person.why.join('\n')} />
        </Paragraph>
      )}
      <Labelled label={t('person.yourNote')} text={person.note} />
      <Labelled label={t('person.myPromise')} text={person.myPromise} />
      <Labelled label={t('person.theirPromise')} text={person.theirPromise} />
      <Labelled label={t('person.draft')} text={person.draft} />
      <div>
        <ActionLink href={person.doneUrl}>{t('person.done')}</ActionLink>{' '}
        <ActionLink href={person.laterUrl}>{t('person.later')}</ActionLink>{' '}
        <ActionLink href={person.notNeededUrl}>{t('person.notNeeded')}</ActionLink>
      </div>
    </PersonBlock>
  )
}

/** Words of others: who, and what. */
export function Quotes({ quotes }: { readonly quotes: readonly { readonly from: string; readonly text: string; readonly muteUrl?: string | undefined; readonly mute?: string | undefined }[] }) {
  return quotes.map(({ from, text, muteUrl, mute }) => (
    <Paragraph key={`${from} ${text}`}>
      <strong>{from}</strong>
      <br />
      <Lines text={text} />
      {muteUrl === undefined ? null : (
        <>
          <br />
          <TextLink href={muteUrl}>{mute}</TextLink>
        </>
      )}
    </Paragraph>
  ))
}

interface FooterProps {
  /** 'You get this because ...' */
  readonly because: string
  readonly unsubscribeUrl: string
  readonly unsubscribe: string
  readonly communityName: string
  readonly postalAddress: string
}

/** Why it comes, how to end it, and who writes. */
export function ListFooter({ because, unsubscribeUrl, unsubscribe, communityName, postalAddress }: FooterProps) {
  const sender = [communityName, postalAddress].filter((part) => part !== '').join(', ')
  return (
    <>
      <Paragraph small>
        {because} <TextLink href={unsubscribeUrl}>{unsubscribe}</TextLink>
      </Paragraph>
      {sender === '' ? null : <Paragraph small>{sender}</Paragraph>}
    </>
  )
}
