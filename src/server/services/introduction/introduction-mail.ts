import { z } from 'zod'
import { loadAskMail } from '../ask/load-ask-mail'
import { defineKind } from '../mail/mail-kind'
import { loadIntroductionMail } from './load-introduction-mail'

const stored = z.discriminatedUnion('what', [
  /** Somebody would like the reader to meet somebody; both said yes. */
  z.object({ what: z.literal('PROPOSED'), introductionId: z.string() }),
  z.object({ what: z.literal('CONNECTED'), introductionId: z.string() }),
  /** Somebody asks; somebody who was asked can help. */
  z.object({ what: z.literal('ASKED'), askId: z.string() }),
  z.object({ what: z.literal('HELPED'), askId: z.string(), helperId: z.string() }),
])

/** Introductions and asks. */
export const introductionMail = defineKind({
  stored,
  prompt: true,
  async load(deps, mail, locale) {
    const props =
      'introductionId' in mail.stored
        ? await loadIntroductionMail(deps, { ...mail, ...mail.stored }, locale)
        : await loadAskMail(deps, { ...mail, stored: mail.stored }, locale)
    return props && { template: 'INTRODUCTION', props }
  },
})
