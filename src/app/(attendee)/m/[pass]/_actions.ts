'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** 'Yes, we met', after the other's pass was opened; goes on to the place for a note. */
export async function meet(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  let met: { eventId: string; meetingId: string }
  try {
    met = await (await api()).meeting.byPass({ pass: textIn(form, 'pass') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect(`/evening/${met.eventId}#${met.meetingId}`)
}
