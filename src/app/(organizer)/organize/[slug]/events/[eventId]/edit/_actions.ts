'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { isPlainPost } from '../../../../../_lib/plain-post'
import { eventIn, fieldsOfForm, queryOf } from './_lib/event-fields'

/** Changes one evening alone; where somebody else was faster, what was typed moves to the URL. */
export async function changeEvent(
  { path, eventId }: { readonly path: string; readonly eventId: string },
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const text = fieldsOfForm(form)
  const { locale } = await reader()
  const caller = await api()
  try {
    await caller.event.change({ eventId, sequence: Number(text('sequence')), ...eventIn(text) })
  } catch (error) {
    const { code, message } = refusalOf(error, locale)
    // Without a script the page is drawn anew, and only its URL keeps what was typed.
    if (code === 'CONFLICT' || (await isPlainPost())) redirect(`${path}/edit?${queryOf(text).toString()}#meanwhile`)
    return { error: message }
  }
  redirect(path)
}
