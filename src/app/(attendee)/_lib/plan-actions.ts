'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Plans to write to somebody on a day, at a time if one was given. */
export async function planFollowUp(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { viewer, locale } = await reader()
  const time = textIn(form, 'dueTime')
  const fields = {
    contactId: textIn(form, 'contactId'),
    dueOn: textIn(form, 'dueOn'),
    // Some browsers add seconds.
    dueTime: time === '' ? null : time.slice(0, 5),
    about: textIn(form, 'about'),
  }
  // The same words sent twice from one drawing of the page are one plan; other words are another.
  const nonce = `${textIn(form, 'nonce')}${fields.dueOn}${fields.dueTime ?? ''}`
  try {
    await (await api()).followUp.plan({ ...fields, nonce })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath('/today')
  revalidatePath('/people', 'layout')
  const { address } = typeof viewer?.email === 'string' ? await (await api()).calendar.address() : { address: null }
  return { done: textOf(locale, 'plan')(address === null ? 'planned' : 'plannedCalendar') }
}

/** Gives a plan up. */
export async function dropPlan(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).followUp.notNeeded({ followUpId: textIn(form, 'followUpId') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath('/today')
  revalidatePath('/people', 'layout')
  return {}
}
