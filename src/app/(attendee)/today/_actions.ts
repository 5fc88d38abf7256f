'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>

/** Does it and has Today and the pages of one's people read anew; a refusal comes back as its sentence. */
async function act(work: (caller: Caller) => Promise<unknown>): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await work(await api())
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath('/today')
  revalidatePath('/people', 'layout')
  return {}
}

/** 'I wrote' or 'I called'. */
export async function did(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const kind = textIn(form, 'kind') === 'CALLED' ? 'CALLED' : 'WROTE'
  // Each button of one drawing of the page counts once, however often it is pressed.
  const nonce = `${textIn(form, 'nonce')}-${kind}`
  return act((caller) => caller.today.did({ contactId: textIn(form, 'contactId'), kind, nonce }))
}

/** Tomorrow, next week or on a date. */
export async function putOff(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const word = textIn(form, 'until')
  const until = word === 'date' ? textIn(form, 'date') : word
  return act((caller) => caller.today.putOff({ contactId: textIn(form, 'contactId'), until }))
}

/** 'Not this time.' */
export async function skip(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.today.skip({ contactId: textIn(form, 'contactId') }))
}

/** A prompt about which there is nothing to do. */
export async function notNeeded(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.followUp.notNeeded({ followUpId: textIn(form, 'followUpId') }))
}

/** Takes back what was done today. */
export async function undo(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const contactId = textIn(form, 'contactId')
  switch (textIn(form, 'act')) {
    case 'done':
      return act((caller) => caller.contact.undoLog({ contactId, interactionId: textIn(form, 'interactionId') }))
    case 'skipped':
      return act((caller) => caller.today.undo({ contactId, act: 'skipped' }))
    case 'not-needed':
      return act((caller) => caller.today.undo({ contactId, act: 'not-needed' }))
    default:
      return act((caller) => caller.today.undo({ contactId, act: 'snoozed' }))
  }
}

/** Keeps a draft as it was typed. */
export async function keepDraft(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const text = textIn(form, 'text').replaceAll('\r\n', '\n').trim()
  const refused = await act((caller) => caller.today.saveDraft({ contactId: textIn(form, 'contactId'), text }))
  return refused.error ? refused : { done: textOf(locale, 'today')('draftKept') }
}

/** All reminders rest. */
export async function pause(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const date = textIn(form, 'date')
  return act((caller) => caller.today.pause({ until: date === '' ? null : date }))
}

/** All reminders go on. */
export async function goOn(_answer: FormAnswer, _form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.today.goOn())
}
