'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

interface Where {
  readonly eventId: string
  /** Of the page of the room. */
  readonly path: string
}

/** A host has walked over to a newcomer, or takes that back. */
export async function walkOver({ eventId, path }: Where, walked: boolean, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).room.walkOver({ eventId, personId: textIn(form, 'personId'), walked })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return {}
}
