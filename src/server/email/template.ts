import type { ReactElement } from 'react'
import type { z } from 'zod'
import type { Locale } from '@/text/translator'
import { singleLine } from './single-line'

interface Parts<Schema extends z.ZodType> {
  readonly props: Schema
  subject(props: z.output<Schema>, locale: Locale): string
  /** `title` is the subject as it goes out: the HTML carries it too. */
  body(props: z.output<Schema>, locale: Locale, title: string): ReactElement
}

/** One kind of mail: what it takes, and what it says. Subject and body both come from the catalogue. */
export interface MailTemplate<Schema extends z.ZodType> {
  readonly props: Schema
  /**
   * The subject, on one line of at most 150 characters, and the body.
   * @throws ZodError if the props are not the template's.
   */
  write(props: unknown, locale: Locale): { readonly subject: string; readonly body: ReactElement }
}

/** Ties a template's functions to its schema, so that nothing unchecked is ever written. */
export function defineTemplate<Schema extends z.ZodType>(parts: Parts<Schema>): MailTemplate<Schema> {
  return {
    props: parts.props,
    write(unchecked, locale) {
      const props = parts.props.parse(unchecked)
      const subject = singleLine(parts.subject(props, locale))
      return { subject, body: parts.body(props, locale, subject) }
    },
  }
}
