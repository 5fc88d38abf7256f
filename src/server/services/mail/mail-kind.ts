import type { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import type { MailKind } from '@/generated/prisma/enums'
import type { Reader } from '@/server/email/render-mail'
import type { TemplateKind, TemplateProps } from '@/server/email/templates'
import type { Locale } from '@/text/translator'
import type { MailDeps } from './mail-deps'

/** The part of an outbox row that its content is made of. */
export interface StoredMail {
  readonly id: string
  readonly kind: MailKind
  readonly recipient: string
  readonly userId: string | null
  readonly props: unknown
}

export type ContentDeps = Pick<MailDeps, 'db' | 'secret' | 'publicUrl' | 'clock'>

/** What a mail says: a template and its props, which the template checks. */
export type Letter = {
  readonly [Template in TemplateKind]: {
    readonly template: Template
    readonly props: TemplateProps[Template]
    /** What counts as told once the mail has gone out; in the transaction that writes down that it has. */
    readonly onSent?: (tx: Prisma.TransactionClient, at: Date) => Promise<void>
  }
}[TemplateKind]

interface Definition<Stored extends z.ZodType> {
  /**
   * What is stored with a waiting mail of the kind. Mails about people hold ids alone: their content is
   * looked up when they leave, so that a note changed at midnight and a block set after the event count.
   */
  readonly stored: Stored
  /** Whether it is a prompt: it waits for the end of its reader's quiet hours, and is worth a day at most. */
  readonly prompt: boolean
  /**
   * What it says, as things are now, or null when there is nothing left to say. What of it the operator reads
   * is not its concern: for them it is only to write nothing down.
   */
  load(
    deps: ContentDeps,
    mail: StoredMail & { readonly stored: z.output<Stored> },
    locale: Locale,
    reader: Reader,
  ): Promise<Letter | null>
}

/** One kind of mail in the outbox, see {@link defineKind}. */
export interface MailKindEntry<Stored extends z.ZodType = z.ZodType> {
  readonly stored: Stored
  readonly prompt: boolean
  /** @throws ZodError when what is stored is not of the kind's shape. */
  write(deps: ContentDeps, mail: StoredMail, locale: Locale, reader: Reader): Promise<Letter | null>
}

/** Ties what a kind does to the schema of what it stores, so that nothing unchecked is ever read. */
export function defineKind<Stored extends z.ZodType>(kind: Definition<Stored>): MailKindEntry<Stored> {
  return {
    stored: kind.stored,
    prompt: kind.prompt,
    write: (deps, mail, locale, reader) =>
      kind.load(deps, { ...mail, stored: kind.stored.parse(mail.props) }, locale, reader),
  }
}
