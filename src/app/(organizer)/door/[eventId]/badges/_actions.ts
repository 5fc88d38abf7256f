'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Corrects what one person's badge says. */
export async function fixName(
  { eventId, personId }: { readonly eventId: string; readonly personId: string },
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).scanner.fixName({ eventId, personId, name: textIn(form, 'name') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(`/door/${eventId}/badges`)
  return { done: textOf(locale, 'badges')('saved') }
}
