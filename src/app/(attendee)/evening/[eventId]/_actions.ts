'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { idPattern } from '@/domain/ids'
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
  revalidatePath(`/evening/${eventId}`, 'layout')
  return {}
}

/** The same from a person's page that is no more when it is done: on to the evening. */
async function actAndLeave(form: FormData, work: Parameters<typeof act>[1]): Promise<FormAnswer> {
  const refused = await act(form, work)
  if (refused.error) return refused
  const eventId = textIn(form, 'eventId')
  redirect(idPattern('event').test(eventId) ? `/evening/${eventId}` : '/')
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

/** 'Keep' on the list, or not any more. */
export async function keep(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) =>
    caller.person.keep({ eventId, personId: textIn(form, 'personId'), keep: textIn(form, 'keep') === 'yes' }),
  )
}

/** 'Not tonight.' */
export async function notTonight(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return actAndLeave(form, (caller, eventId) => caller.person.notTonight({ eventId, personId: textIn(form, 'personId') }))
}

/** Takes 'not tonight' back. */
export async function bringBack(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.person.bringBack({ eventId, personId: textIn(form, 'personId') }))
}

/** 'I'm heading home.' */
export async function headHome(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.room.headHome({ eventId }))
}

/** 'I'm still here.' */
export async function stayOn(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.room.stayOn({ eventId }))
}

/** 'Don't show us to each other.' */
export async function block(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return actAndLeave(form, (caller, eventId) => caller.person.block({ eventId, personId: textIn(form, 'personId') }))
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

/** Takes a seat at a circle. */
export async function joinCircle(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.circle.join({ eventId, circleId: textIn(form, 'circleId') }))
}

/** 'Not tonight', or a seat given up. */
export async function declineCircle(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) => caller.circle.decline({ eventId, circleId: textIn(form, 'circleId') }))
}

/** Shares what one takes away from the evening. */
export async function writeTakeaway(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller, eventId) =>
    caller.update.writeTakeaway({ eventId, text: textIn(form, 'takeaway'), nonce: textIn(form, 'nonce') }),
  )
}

/** Takes it back. */
export async function removeTakeaway(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (caller) => caller.update.remove({ updateId: textIn(form, 'updateId') }))
}
