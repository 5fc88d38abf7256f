import type { ReactNode } from 'react'
import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { open, personName } from '../for-operator'
import { defineTemplate } from '../template'
import { MailHeading, MailLayout, MainLink, Paragraph, TextLink } from './layout'
import { ListFooter, pageUrl, personToWrite, PersonToWrite, Quotes, SubHeading, webUrl, type Translate } from './parts'

const quote = z.object({ from: personName(), text: z.string() })

export const digestProps = z.object({
  name: open(z.string()),
  weekly: z.boolean(),
  /** Whose turn it is. */
  due: z.array(personToWrite),
  /** How many more there are on the page. */
  moreDue: z.number().int().min(0),
  /** The longest silences. */
  four: z.array(personToWrite),
  /** Introductions that wait for an answer: who makes them and to whom, and why. */
  introductions: z.array(quote),
  introductionsUrl: pageUrl,
  /** 'Do you know someone who can ...', waiting for an answer. */
  asks: z.array(quote),
  asksUrl: pageUrl,
  /** What one's people work on. */
  updates: z.array(quote.extend({ muteUrl: webUrl })),
  todayUrl: pageUrl,
  settingsUrl: pageUrl,
  /** The community that they joined last; empty where there is none. */
  communityName: open(z.string()),
  postalAddress: open(z.string()),
  unsubscribeUrl: webUrl,
})

type Props = z.output<typeof digestProps>

function People({ heading, intro, people, t }: { readonly heading: string; readonly intro?: string; readonly people: Props['due']; readonly t: Translate }) {
  if (people.length === 0) return null
  return (
    <>
      <SubHeading>{heading}</SubHeading>
      {intro === undefined ? null : <Paragraph small>{intro}</Paragraph>}
      {people.map((person) => (
        <PersonToWrite key={person.doneUrl} person={person} t={t} />
      ))}
    </>
  )
}

/** What others wait for or tell. */
function Words({ heading, quotes, children }: { readonly heading: string; readonly quotes: Parameters<typeof Quotes>[0]['quotes']; readonly children?: ReactNode }) {
  if (quotes.length === 0) return null
  return (
    <>
      <SubHeading>{heading}</SubHeading>
      <Quotes quotes={quotes} />
      {children}
    </>
  )
}

const answerAt = (href: string, words: string) => (
  <Paragraph>
    <TextLink href={href}>{words}</TextLink>
  </Paragraph>
)

/** The parts of the mail, each of which leaves no trace where it has nothing to say. */
function Sections({ props, t }: { readonly props: Props; readonly t: Translate }) {
  const { due, moreDue, four, introductions, asks, updates } = props
  return (
    <>
      <People heading={t('digest.due')} people={due} t={t} />
      {moreDue === 0 ? null : answerAt(props.todayUrl, t('digest.moreDue', { count: moreDue }))}
      <People heading={t('digest.four')} intro={t('digest.fourIntro')} people={four} t={t} />
      <Words heading={t('digest.introductions', { count: introductions.length })} quotes={introductions}>
        {answerAt(props.introductionsUrl, t('digest.answerIntroductions'))}
      </Words>
      <Words heading={t('digest.asks', { count: asks.length })} quotes={asks}>
        {answerAt(props.asksUrl, t('digest.answerAsks'))}
      </Words>
      <Words
        heading={t('digest.updates')}
        quotes={updates.map((update) => ({ ...update, mute: t('digest.mute', { name: update.from }) }))}
      />
    </>
  )
}

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  const people = props.due.length + props.moreDue + props.four.length
  return (
    <MailLayout
      locale={locale}
      title={title}
      preview={t('digest.preview', { count: people })}
      footer={
        <>
          <ListFooter
            {...props}
            because={t('digest.because', { weekly: props.weekly ? 'yes' : 'no' })}
            unsubscribe={t('digest.unsubscribe')}
          />
          <Paragraph small>
            <TextLink href={props.settingsUrl}>{t('digest.settings')}</TextLink>
          </Paragraph>
        </>
      }
    >
      <MailHeading>{t('digest.greeting', { name: props.name })}</MailHeading>
      {people === 0 ? null : <Paragraph>{t('digest.intro')}</Paragraph>}
      <Sections props={props} t={t} />
      <p style={{ margin: '24px 0 0' }}>
        <MainLink href={props.todayUrl}>{t('digest.today')}</MainLink>
      </p>
    </MailLayout>
  )
}

/** The digest: whose turn it is, the longest silences, what waits for an answer, and what one's people tell. */
export const digest = defineTemplate({
  props: digestProps,
  subject: ({ due, moreDue, four, introductions, asks, updates }, locale) => {
    const t = textOf(locale, 'mail')
    const [first] = due
    if (first) return t('digest.subjectDue', { name: first.name, others: due.length + moreDue - 1 })
    if (introductions.length + asks.length > 0) return t('digest.subjectWaiting', { count: introductions.length + asks.length })
    return four.length > 0 ? t('digest.subjectFour') : t('digest.subjectUpdates', { count: updates.length })
  },
  body: (props, locale, title) => <Body props={props} locale={locale} title={title} />,
})
