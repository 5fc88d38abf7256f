'use server'

import { textIn, textsIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { reader, type api } from '@/trpc/server'
import { actAndRefresh } from '../_lib/act-and-refresh'

type Settings = Parameters<Awaited<ReturnType<typeof api>>['mail']['saveSettings']>[0]

const KINDS = ['EVENT', 'MORNING_AFTER', 'DIGEST', 'INTRODUCTION', 'ANNOUNCEMENT'] as const
const CADENCES = ['WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'NONE'] as const

function settingsIn(form: FormData): Settings {
  const ticked = textsIn(form, 'kind')
  return {
    kinds: KINDS.filter((kind) => ticked.includes(kind)),
    cadence: CADENCES.find((cadence) => cadence === textIn(form, 'cadence')) ?? 'QUARTERLY',
    digestRhythm: textIn(form, 'digestRhythm') === 'DAILY' ? 'DAILY' : 'WEEKLY',
    digestWeekday: Number(textIn(form, 'digestWeekday')),
    quietFrom: Number(textIn(form, 'quietFrom')),
    quietTo: Number(textIn(form, 'quietTo')),
    timeZone: textIn(form, 'timeZone'),
  }
}

/** Saves all of the form. */
export async function save(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const answer = await actAndRefresh(['/settings'], (caller) => caller.mail.saveSettings(settingsIn(form)))
  return answer.error ? answer : { done: textOf(locale, 'settings')('saved') }
}

/** 'Pause all', up to a day or until they go on. */
export async function pause(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const until = textIn(form, 'until')
  return actAndRefresh(['/settings', '/today'], (caller) => caller.today.pause({ until: until === '' ? null : until }))
}

/** Goes on with all reminders. */
export async function goOn(): Promise<FormAnswer> {
  return actAndRefresh(['/settings', '/today'], (caller) => caller.today.goOn())
}
