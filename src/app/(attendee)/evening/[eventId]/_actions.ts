'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>

/** Does it and has the evening's pages read anew; a refusal comes back as its sentence. */
async function act(form: FormData, work: (caller: Caller, eventId: string) => Promise<unknown>): Promise<FormAnswer> {
  const { locale } = await reader()
  const eventId = textIn(form, 'eventId')
  try {
    await work(await api(), eventId)
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(`/evening/${eventId}`)
  return {}
}

/** 'We met', on a suggestion. */
export async function propose(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.meeting.propose({ eventId, personId: textIn(form, 'personId') }))
}

/** Yes or no to 'they say you two met'. */
export async function answer(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const meetingId = textIn(form, 'meetingId')
  return act(form, (caller, eventId) =>
    textIn(form, 'answer') === 'yes'
      ? caller.meeting.confirm({ eventId, meetingId })
      : caller.meeting.decline({ eventId, meetingId }),
  )
}

/** Takes a meeting, or one's own word of it, back. */
export async function undo(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.meeting.undo({ eventId, meetingId: textIn(form, 'meetingId') }))
}

/** 'Don't show us to each other.' */
export async function block(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.person.block({ eventId, personId: textIn(form, 'personId') }))
}

/** The private note of a meeting. */
export async function saveNote(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const refused = await act(form, (caller) =>
    caller.meeting.saveNote({
      meetingId: textIn(form, 'meetingId'),
      // A form sends line ends as CRLF; what was typed has one character for each.
      note: textIn(form, 'note').replaceAll('\r\n', '\n').trim(),
    }),
  )
  return refused.error ? refused : { done: textOf(locale, 'room')('noteSaved') }
}
