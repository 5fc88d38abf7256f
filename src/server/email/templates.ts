import type { z } from 'zod'
import { event } from './templates/event'
import { introduction } from './templates/introduction'
import { morningAfter } from './templates/morning-after'
import { signIn } from './templates/sign-in'

/** Every mail that the product can write, by kind. A kind that is not here cannot be queued. */
export const TEMPLATES = { SIGN_IN: signIn, MORNING_AFTER: morningAfter, EVENT: event, INTRODUCTION: introduction } as const

export type TemplateKind = keyof typeof TEMPLATES

/** What each template takes. */
export type TemplateProps = { readonly [Kind in TemplateKind]: z.input<(typeof TEMPLATES)[Kind]['props']> }
