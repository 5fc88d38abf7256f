import { render, toPlainText } from 'react-email'
import type { Locale } from '@/text/translator'
import { TEMPLATES, type TemplateKind } from './templates'

/** A mail in words: what goes out, and what the operator reads. */
export interface RenderedMail {
  /** On one line, at most 150 characters. */
  readonly subject: string
  readonly html: string
  readonly text: string
}

interface Element {
  readonly children?: readonly Element[]
  readonly attribs?: Readonly<Record<string, string>>
}

interface TextBuilder {
  addInline(text: string, options: { readonly noWordTransform: boolean }): void
}

/** A link in plain text: its words, a colon, its address. */
function labelled(
  link: Element,
  walk: (children: readonly Element[], builder: TextBuilder) => void,
  builder: TextBuilder,
): void {
  walk(link.children ?? [], builder)
  const address = link.attribs?.['href'] ?? ''
  if (address !== '') builder.addInline(`: ${address}`, { noWordTransform: true })
}

/** How the converter is to write what it would write otherwise. */
const PLAIN = {
  formatters: { labelled },
  selectors: [
    // As they were written: the converter would shout headings, and names with them.
    ...['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', format: 'labelled' },
    // Two empty lines before each person, since one stands between the parts of what is said of them.
    { selector: '.person', format: 'block', options: { leadingLineBreaks: 3, trailingLineBreaks: 2 } },
  ],
}

/**
 * Subject, HTML and plain text of one mail, the last two from the same template.
 * @throws ZodError if the props are not the template's.
 */
export async function renderMail(kind: TemplateKind, props: unknown, locale: Locale): Promise<RenderedMail> {
  const { subject, body } = TEMPLATES[kind].write(props, locale)
  const html = await render(body)
  return { subject, html, text: toPlainText(html, PLAIN) }
}
