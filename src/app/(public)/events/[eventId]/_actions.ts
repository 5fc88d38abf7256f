'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Rsvp = Awaited<ReturnType<typeof api>>['rsvp']

/** Does it and has the event's page read anew; a refusal comes back as its sentence. */
async function act(form: FormData, work: (rsvp: Rsvp, eventId: string) => Promise<unknown>): Promise<FormAnswer> {
  const { locale } = await reader()
  const eventId = textIn(form, 'eventId')
  try {
    await work((await api()).rsvp, eventId)
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(`/events/${eventId}`)
  return {}
}

/** How many others somebody brings, as their form says; none where it does not ask. */
const others = (form: FormData) => Number(textIn(form, 'plusOnes') || '0')

/** 'I'm coming', and a place in line where there is no other. */
export async function sayGoing(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (rsvp, eventId) => rsvp.sayGoing({ eventId, plusOnes: others(form) }))
}

/** How many others one brings. */
export async function changePlusOnes(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (rsvp, eventId) => rsvp.changePlusOnes({ eventId, plusOnes: others(form) }))
}

/** Yes to a place that became free. */
export async function confirmPlace(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (rsvp, eventId) => rsvp.confirm({ eventId }))
}

/** 'I can't come', and out of the line. */
export async function cancelRsvp(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, (rsvp, eventId) => rsvp.cancel({ eventId }))
}
