import type { ReactElement } from 'react'
import type { z } from 'zod'
import type { Locale } from '@/text/translator'

interface Parts<Schema extends z.ZodType> {
  readonly props: Schema
  subject(props: z.output<Schema>, locale: Locale): string
  body(props: z.output<Schema>, locale: Locale): ReactElement
}

/** One kind of mail: what it takes, and what it says. Subject and body both come from the catalogue. */
export interface MailTemplate<Schema extends z.ZodType> {
  readonly props: Schema
  /** @throws ZodError if the props are not the template's. */
  write(props: unknown, locale: Locale): { readonly subject: string; readonly body: ReactElement }
}

/** Ties a template's functions to its schema, so that nothing unchecked is ever written. */
export function defineTemplate<Schema extends z.ZodType>(parts: Parts<Schema>): MailTemplate<Schema> {
  return {
    props: parts.props,
    write(unchecked, locale) {
      const props = parts.props.parse(unchecked)
      return { subject: parts.subject(props, locale), body: parts.body(props, locale) }
    },
  }
}
