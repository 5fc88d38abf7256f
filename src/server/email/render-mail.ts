import type { Locale } from '@/text/translator'
import { forOperator } from './for-operator'
import { plainText } from './plain-text'
import { TEMPLATES, type TemplateKind } from './templates'

/** A mail in words: what goes out, and what the operator reads. */
export interface RenderedMail {
  /** On one line, at most 150 characters. */
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Who reads: the person it is written to, or the operator, from whom private parts are kept. */
export type Reader = 'recipient' | 'operator'

/** The one that mail clients know. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** As Node finds it: Next puts another in its place when it bundles, which lacks what is written in one go. */
const reactDom = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ 'react-dom/server')

/**
 * Subject, HTML and plain text of one mail, the last two from the same template. Written in one go: a
 * template waits for nothing, and the package's own way through a stream takes longer. The operator reads
 * it without what is private to the one it is written to.
 * @throws ZodError if the props are not the template's.
 */
export async function renderMail(kind: TemplateKind, props: unknown, locale: Locale, reader: Reader = 'recipient'): Promise<RenderedMail> {
  const { subject, body } = TEMPLATES[kind].write(reader === 'recipient' ? props : forOperator(TEMPLATES[kind].props, props, locale), locale)
  const { renderToStaticMarkup } = await reactDom()
  const html = renderToStaticMarkup(body)
  return { subject, html: DOCTYPE + html, text: plainText(html) }
}
