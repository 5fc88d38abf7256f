'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>

/** Where the section stands. */
const PAGE = '/profile'

/** Does it and has the page read anew; a refusal comes back as its sentence. */
async function act(work: (caller: Caller) => Promise<unknown>): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await work(await api())
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(PAGE)
  return {}
}

/** Has messages go to this browser, which tells where and for which keys. */
export async function turnOn(browser: { readonly endpoint: string; readonly p256dh: string; readonly auth: string }): Promise<FormAnswer> {
  return act((caller) => caller.push.subscribe(browser))
}

/** No more to this browser. */
export async function turnOff(endpoint: string): Promise<FormAnswer> {
  return act((caller) => caller.push.unsubscribe({ endpoint }))
}

/** No more to another browser. */
export async function turnOffThere(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.push.forget({ subscriptionId: textIn(form, 'subscriptionId') }))
}

/** Which messages. */
export async function choose(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const refused = await act((caller) =>
    caller.push.choose({ suggestions: form.has('suggestions'), meetings: form.has('meetings') }),
  )
  return refused.error ? refused : { done: textOf((await reader()).locale, 'push')('saved') }
}
