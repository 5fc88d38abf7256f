'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Deletes the account, once its address was typed. */
export async function deleteOwnAccount(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).account.delete({ typed: textIn(form, 'typed').slice(0, 300) })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect('/')
}
