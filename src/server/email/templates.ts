import type { z } from 'zod'
import { digest } from './templates/digest'
import { event } from './templates/event'
import { introduction } from './templates/introduction'
import { morningAfter } from './templates/morning-after'
import { reminder } from './templates/reminder'
import { signIn } from './templates/sign-in'

/** Every mail that the product can write. The reminder of an evening is a second one of the kind MORNING_AFTER. */
export const TEMPLATES = {
  SIGN_IN: signIn,
  MORNING_AFTER: morningAfter,
  REMINDER: reminder,
  DIGEST: digest,
  EVENT: event,
  INTRODUCTION: introduction,
} as const

export type TemplateKind = keyof typeof TEMPLATES

/** What each template takes. */
export type TemplateProps = { readonly [Kind in TemplateKind]: z.input<(typeof TEMPLATES)[Kind]['props']> }
