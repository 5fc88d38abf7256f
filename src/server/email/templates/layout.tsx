import { Container, Head, Html, Link, Text } from 'react-email'
import type { CSSProperties, ReactNode } from 'react'
import type { Locale } from '@/text/translator'

/** The light tokens of the look; the dark ones stand in {@link DARK}, for clients that know the query. */
export const COLOR = {
  paper: '#fbf6ec',
  ink: '#211c18',
  muted: '#665b51',
  line: '#e2d7c5',
  accent: '#b83c14',
  onAccent: '#fffaf3',
} as const

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'
const SERIF = 'Georgia, "Times New Roman", serif'

const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background-color:#1b1714!important}
.ink{color:#f3ebdf!important}
.muted{color:#b8aa9a!important}
.accent{color:#f59a6c!important}
.line{border-color:#40372f!important}
.button{background-color:#f59a6c!important;color:#211c18!important}
}`

/** A word without end breaks instead of widening the mail; the second is for clients that don't know the first. */
export const WRAP = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const

/** Styles that more than one template uses. */
export const STYLE = {
  heading: { fontFamily: SERIF, fontSize: '28px', lineHeight: '34px', fontWeight: 600, margin: '0 0 16px', color: COLOR.ink, ...WRAP },
  name: { fontFamily: SERIF, fontSize: '21px', lineHeight: '28px', fontWeight: 600, margin: '0 0 6px', color: COLOR.ink, ...WRAP },
  text: { fontFamily: SANS, fontSize: '17px', lineHeight: '26px', margin: '0 0 14px', color: COLOR.ink, ...WRAP },
  small: { fontFamily: SANS, fontSize: '14px', lineHeight: '21px', margin: '0 0 10px', color: COLOR.muted, ...WRAP },
  link: { color: COLOR.accent, textDecoration: 'underline', ...WRAP },
  action: {
    display: 'inline-block',
    fontFamily: SANS,
    fontSize: '17px',
    lineHeight: '24px',
    padding: '10px 20px 10px 0',
    color: COLOR.accent,
    textDecoration: 'underline',
    ...WRAP,
  },
  button: {
    display: 'inline-block',
    fontFamily: SANS,
    fontSize: '17px',
    lineHeight: '22px',
    fontWeight: 600,
    padding: '13px 24px',
    borderRadius: '999px',
    backgroundColor: COLOR.accent,
    color: COLOR.onAccent,
    textDecoration: 'none',
    ...WRAP,
  },
} as const satisfies Record<string, CSSProperties>

interface LayoutProps {
  readonly locale: Locale
  /** The subject. */
  readonly title: string
  /** Shown by mail clients behind the subject. */
  readonly preview: string
  readonly children: ReactNode
  readonly footer: ReactNode
}

/** Paper, one column, footer. Nothing is loaded from anywhere: no picture, no font, no counting pixel. */
export function MailLayout({ locale, title, preview, children, footer }: LayoutProps) {
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* A constant of this file; React would escape its quotes otherwise. */}
        <style dangerouslySetInnerHTML={{ __html: DARK }} />
      </Head>
      {/* The package's own Body repeats its colours within, where dark mode does not reach them. */}
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: COLOR.paper }}>
        {/* The package's own Preview puts itself into the title. */}
        <div data-skip-in-text="true" style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>
          {preview}
        </div>
        {/* A table: laid out fixed, it never grows with what it holds. */}
        <Container
          style={{ width: '100%', maxWidth: '560px', margin: '0 auto', padding: '32px 20px 40px', tableLayout: 'fixed' }}
        >
          {children}
          <div className="line" style={{ borderTop: `1px solid ${COLOR.line}`, marginTop: '32px', paddingTop: '18px' }}>
            {footer}
          </div>
        </Container>
      </body>
    </Html>
  )
}

/** A paragraph. */
export function Paragraph({ children, small = false }: { readonly children: ReactNode; readonly small?: boolean }) {
  return (
    <Text className={small ? 'muted' : 'ink'} style={small ? STYLE.small : STYLE.text}>
      {children}
    </Text>
  )
}

/** The heading of the mail. */
export function MailHeading({ children }: { readonly children: ReactNode }) {
  return (
    <h1 className="ink" style={STYLE.heading}>
      {children}
    </h1>
  )
}

/** A link within text. */
export function TextLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link className="accent" href={href} style={STYLE.link}>
      {children}
    </Link>
  )
}

/** One of several small actions: 44 px high, so that a thumb finds it; side by side, in plain text one a line. */
export function ActionLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <div style={{ display: 'inline-block' }}>
      <Link className="accent" href={href} style={STYLE.action}>
        {children}
      </Link>
    </div>
  )
}

/** The one main action of a mail. */
export function MainLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link className="button" href={href} style={STYLE.button}>
      {children}
    </Link>
  )
}
