'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

interface Where {
  readonly eventId: string
  /** Of the page of RSVPs. */
  readonly path: string
}

/** Gives somebody who waits a place, or cancels for somebody: the button says which. */
export async function tend({ eventId, path }: Where, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const rsvpId = textIn(form, 'rsvpId')
  try {
    const { rsvp } = await api()
    await (textIn(form, 'do') === 'give' ? rsvp.givePlace({ eventId, rsvpId }) : rsvp.cancelFor({ eventId, rsvpId }))
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return {}
}
