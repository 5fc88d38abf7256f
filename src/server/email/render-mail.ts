import { render, toPlainText } from 'react-email'
import type { Locale } from '@/text/translator'
import { singleLine } from './single-line'
import { TEMPLATES, type TemplateKind } from './templates'

/** A mail in words: what goes out, and what the operator reads. */
export interface RenderedMail {
  /** On one line, at most 150 characters. */
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Headings as they were written: the converter would shout them, and names with them. */
const PLAIN = {
  selectors: ['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } })),
}

/**
 * Subject, HTML and plain text of one mail, the last two from the same template.
 * @throws ZodError if the props are not the template's.
 */
export async function renderMail(kind: TemplateKind, props: unknown, locale: Locale): Promise<RenderedMail> {
  const { subject, body } = TEMPLATES[kind].write(props, locale)
  const html = await render(body)
  return { subject: singleLine(subject), html, text: toPlainText(html, PLAIN) }
}
