'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { act } from '../_lib/act'
import { allIn, factsIn } from '../_lib/form-in'

/** Adds somebody by hand, and goes to their page. */
export async function addContact(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const added = await act((caller) =>
    caller.contact.add({ ...factsIn(form), groupIds: allIn(form, 'groupId'), nonce: textIn(form, 'nonce') }),
  )
  if ('error' in added) return added
  redirect(`/people/${added.value.contactId}`)
}
