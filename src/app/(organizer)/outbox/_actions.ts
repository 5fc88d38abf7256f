'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

async function act(work: (caller: Awaited<ReturnType<typeof api>>) => Promise<unknown>): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await work(await api())
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath('/outbox', 'layout')
  return { done: textOf(locale, 'mail')('outbox.done') }
}

/** Tries one mail again. */
export async function retry(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.mail.retry({ mailId: textIn(form, 'mailId'), sure: textIn(form, 'sure') === 'yes' }))
}

/** Tries all again that failed. */
export async function retryFailed(): Promise<FormAnswer> {
  return act((caller) => caller.mail.retryFailed())
}

/** Stops one that waits. */
export async function stop(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.mail.stop({ mailId: textIn(form, 'mailId') }))
}

/** Lets mail go to an address again. */
export async function lift(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.mail.liftBounce({ address: textIn(form, 'address') }))
}
