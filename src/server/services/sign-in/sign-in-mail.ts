import { signInProps } from '@/server/email/templates/sign-in'
import { defineKind } from '../mail/mail-kind'

/** Link and code for signing in: stored as they are, and emptied with the mail's end. */
export const signInMail = defineKind({
  stored: signInProps,
  prompt: false,
  load: (_deps, { stored }) => Promise.resolve({ template: 'SIGN_IN', props: stored }),
})
