'use server'

import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Saves what an owner says of their community. */
export async function saveSettings(
  communityId: string,
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const { locale } = await reader()
  const caller = await api()
  try {
    const { slug } = await caller.community.update({
      communityId,
      name: textIn(form, 'name'),
      timeZone: textIn(form, 'timeZone'),
      postalAddress: textIn(form, 'postalAddress'),
    })
    revalidatePath(`/organize/${slug}`, 'layout')
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  return { done: textOf(locale, 'community')('saved') }
}
