'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { CADENCES } from '@/domain/follow-up/cadence'
import { MISSED_AT_MOST, type AuditStep } from '@/domain/my-circle/audit'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { act } from '../../_lib/act'
import { topicsIn } from '../_lib/topics-in'
import { auditPath, idsIn, readTrail, stepAfter, stepOf, type Trail } from './_lib/trail'

const chosenIn = (form: FormData) => idsIn(form.getAll('contact').filter((value) => typeof value === 'string').join('.'))
const together = (before: readonly string[], now: readonly string[]) => [...new Set([...before, ...now])]

/** Does what one answer says; the trail with it, or a sentence why not. */
async function answerOne(step: AuditStep, form: FormData, trail: Trail): Promise<Trail | { readonly error: string }> {
  const contactIds = chosenIn(form)
  switch (step) {
    case 'missed': {
      if (contactIds.length > MISSED_AT_MOST) return { error: textOf((await reader()).locale, 'myCircle')('audit.tooMany') }
      const done = await act((caller) => caller.myCircle.miss({ contactIds }))
      return 'error' in done ? done : { ...trail, missed: together(trail.missed, contactIds) }
    }
    case 'more': {
      const done = await act((caller) => caller.myCircle.saveMoreOf({ topics: topicsIn(form), words: textIn(form, 'words') }))
      return 'error' in done ? done : { ...trail, more: trail.more || done.value.changed }
    }
    case 'introduce':
      return trail
    case 'quiet': {
      const done = await act((caller) => caller.myCircle.quiet({ contactIds }))
      return 'error' in done ? done : { ...trail, quiet: together(trail.quiet, contactIds) }
    }
    case 'rhythm': {
      const cadence = CADENCES.find((one) => one === textIn(form, 'cadence'))
      const changed = cadence !== undefined && cadence !== textIn(form, 'before')
      const done = changed ? await act((caller) => caller.myCircle.rhythm({ cadence })) : { value: null }
      return 'error' in done ? done : { ...trail, rhythm: trail.rhythm || changed }
    }
  }
}

/** One answer of the audit, and on to the next question; the last one ends it. */
export async function answerAudit(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const step = stepOf(textIn(form, 'step'))
  if (step === 'done') redirect('/people/circle')
  const before = readTrail((name) => textIn(form, name))
  const trail = await answerOne(step, form, before)
  if ('error' in trail) return trail
  // Another word was typed: the same question once more, with the word among the chosen ones.
  if (form.get('intent') === 'add') redirect(auditPath(step, trail))
  const next = stepAfter(step)
  if (next === 'done') {
    const settled = await act((caller) => caller.myCircle.settleAudit())
    if ('error' in settled) return settled
  }
  redirect(auditPath(next, trail))
}
