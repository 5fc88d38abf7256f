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

/** Longest name that is used in the greeting. */
const LONGEST_NAME = 60

/**
 * The name to greet with, or none: anybody can have this mail sent to any address, with a name of
 * their choosing, so what could be read as an address to go to is left out.
 */
function greetedName(name: string): string {
  const plain = name.trim()
  return plain.length > LONGEST_NAME || /[/:@]|\S\.\S/u.test(plain) ? '' : plain
}

function Body({ props, locale }: { readonly props: Props; readonly locale: Locale }) {
  const t = textOf(locale, 'mail')
  const name = greetedName(props.name)
  return (
    <MailLayout
      locale={locale}
      preview={t('signIn.preview', { minutes: props.minutes })}
      footer={<Paragraph small>{t('signIn.ignore')}</Paragraph>}
    >
      <MailHeading>{name ? t('signIn.greeting', { name }) : t('signIn.greetingPlain')}</MailHeading>
      <Paragraph>
        {props.eventName ? t('signIn.introDoor', { event: props.eventName }) : t('signIn.intro')}
      </Paragraph>
      <p style={{ margin: '0 0 20px' }}>
        <MainLink href={props.link}>{t('signIn.button')}</MainLink>
      </p>
      <Paragraph>{t('signIn.codeIntro')}</Paragraph>
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
      <Paragraph small>{t('signIn.minutes', { minutes: props.minutes })}</Paragraph>
    </MailLayout>
  )
}

/** Link and code for signing in. */
export const signIn = defineTemplate({
  props: signInProps,
  subject: (props, locale) => textOf(locale, 'mail')('signIn.subject', { code: props.code }),
  body: (props, locale) => <Body props={props} locale={locale} />,
})
