import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'
import { defineTemplate } from '../template'
import { COLOR, MailHeading, MailLayout, MainLink, Paragraph, WRAP } from './layout'

export const signInProps = z.object({
  name: z.string().max(200),
  /** Six digits. */
  code: z.string().regex(/^\d{6}$/),
  link: z.url({ protocol: /^https?$/ }),
  /** The event at whose door the address was typed, if it was. */
  eventName: z.string().max(120).optional(),
  /** How long link and code are good for. */
  minutes: z.number().int().positive(),
})

type Props = z.output<typeof signInProps>

/** The words that differ between a mail that was asked for and the one that follows a check-in. */
function wordsFor({ eventName: event, link, minutes }: Props, locale: Locale) {
  const t = textOf(locale, 'mail')
  if (!event) {
    return {
      preview: t('signIn.preview', { minutes }),
      intro: t('signIn.intro'),
      button: t('signIn.button'),
      codeIntro: t('signIn.codeIntro'),
      minutes: t('signIn.minutes', { minutes }),
      ignore: t('signIn.ignore'),
    }
  }
  const page = new URL('/sign-in', link).href
  return {
    preview: t('signIn.door.preview'),
    intro: t('signIn.door.intro', { event }),
    button: t('signIn.door.button'),
    codeIntro: t('signIn.door.codeIntro', { page }),
    minutes: t('signIn.door.minutes', { minutes, page }),
    ignore: t('signIn.door.ignore', { event }),
  }
}

/** Longest name that is used in the greeting. */
const LONGEST_NAME = 60

/**
 * The name to greet with, or none: anybody can have this mail sent to any address, with a name of
 * their choosing, so what could be read as an address to go to, or as the code, is left out.
 */
function greetedName(name: string): string {
  const plain = name.trim()
  return plain.length > LONGEST_NAME || /[/:@]|\S\.\S|\d{4}/u.test(plain) ? '' : plain
}

function Body({ props, locale, title }: { readonly props: Props; readonly locale: Locale; readonly title: string }) {
  const t = textOf(locale, 'mail')
  const words = wordsFor(props, locale)
  const name = greetedName(props.name)
  return (
    <MailLayout
      locale={locale}
      title={title}
      preview={words.preview}
      footer={<Paragraph small>{words.ignore}</Paragraph>}
    >
      <MailHeading>{name ? t('signIn.greeting', { name }) : t('signIn.greetingPlain')}</MailHeading>
      <Paragraph>{words.intro}</Paragraph>
      <p style={{ margin: '0 0 20px' }}>
        <MainLink href={props.link}>{words.button}</MainLink>
      </p>
      <Paragraph>{words.codeIntro}</Paragraph>
      <p
        className="ink"
        style={{
          fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
          fontSize: '32px',
          lineHeight: '40px',
          letterSpacing: '4px',
          fontWeight: 600,
          margin: '0 0 18px',
          color: COLOR.ink,
          ...WRAP,
        }}
      >
        {props.code}
      </p>
      <Paragraph small>{words.minutes}</Paragraph>
    </MailLayout>
  )
}

/** Link and code for signing in. */
export const signIn = defineTemplate({
  props: signInProps,
  subject: ({ code, eventName: event }, locale) => {
    const t = textOf(locale, 'mail')
    // Whoever checked in at a door never asked for a code.
    return event ? t('signIn.door.subject', { event }) : t('signIn.subject', { code })
  },
  body: (props, locale, title) => <Body props={props} locale={locale} title={title} />,
})
