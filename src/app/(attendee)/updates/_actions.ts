'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { textIn, textsIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>

/** Does it and has the page read anew; a refusal comes back as its sentence. */
async function act(work: (caller: Caller) => Promise<unknown>): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await work(await api())
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath('/updates')
  return {}
}

/** Shares what one is working on, and goes to it. */
export async function share(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const audience =
    textIn(form, 'to') === 'GROUPS'
      ? { to: 'GROUPS' as const, groupIds: textsIn(form, 'group') }
      : { to: 'PEOPLE' as const }
  const refused = await act((caller) =>
    caller.update.write({ text: textIn(form, 'text'), nonce: textIn(form, 'nonce'), audience }),
  )
  if (refused.error) return refused
  redirect('/updates#mine')
}

/** Takes an update of one's own back. */
export async function remove(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.update.remove({ updateId: textIn(form, 'updateId') }))
}

/** 'No more of theirs.' */
export async function mute(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.update.mute({ updateId: textIn(form, 'updateId') }))
}

/** Takes that back. */
export async function unmute(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act((caller) => caller.update.unmute({ authorId: textIn(form, 'authorId') }))
}
