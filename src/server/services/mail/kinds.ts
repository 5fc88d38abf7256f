import { digestMail } from '../follow-up/digest-mail'
import { morningAfterMail } from '../follow-up/morning-after-mail'
import { introductionMail } from '../introduction/introduction-mail'
import { eventMail } from '../rsvp/event-mail'
import { signInMail } from '../sign-in/sign-in-mail'

/** Every kind of mail that can be queued: what is stored with it, and how it is put into words when it leaves. */
export const MAIL_KINDS = {
  SIGN_IN: signInMail,
  EVENT: eventMail,
  MORNING_AFTER: morningAfterMail,
  INTRODUCTION: introductionMail,
  DIGEST: digestMail,
} as const

export type QueuedKind = keyof typeof MAIL_KINDS
