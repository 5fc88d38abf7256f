import { z } from 'zod'
import { defineKind } from '../mail/mail-kind'
import { markShown } from '../update/updates-for'
import { loadDigest } from './load-digest'

/** The digest of one local date. */
export const digestMail = defineKind({
  stored: z.object({ date: z.iso.date() }),
  prompt: true,
  async load(deps, { recipient, userId }, locale) {
    const found = userId === null ? null : await loadDigest(deps, { recipient, userId, locale })
    if (!userId || !found) return null
    const { props, updateIds } = found
    return { template: 'DIGEST', props, onSent: (tx, at) => markShown(tx, userId, updateIds, at) }
  },
})
