'use server'

import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { act } from '../_lib/act'
import { topicsIn } from './_lib/topics-in'

/** Saves what they want more of. */
export async function saveMoreOf(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const saved = await act((caller) => caller.myCircle.saveMoreOf({ topics: topicsIn(form), words: textIn(form, 'words') }))
  if ('error' in saved) return saved
  return { done: textOf((await reader()).locale, 'myCircle')('moreSaved') }
}

/** 'Not now': the audit is offered again in a quarter. */
export async function putOffAudit(_answer: FormAnswer, _form: FormData): Promise<FormAnswer> {
  const done = await act((caller) => caller.myCircle.settleAudit())
  if ('error' in done) return done
  return { done: textOf((await reader()).locale, 'myCircle')('auditLaterDone') }
}
