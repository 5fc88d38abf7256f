'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/app/_components/action-form'
import { textIn } from '@/app/_lib/form-text'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** 'Yes, we met', after the other's pass was opened; goes on to the place for a note. */
export async function meet(_before: FormAnswer | null, form: FormData): Promise<FormAnswer | null> {
  const { locale } = await reader()
  let met: { eventId: string; meetingId: string }
  try {
    met = await (await api()).meeting.byPass({ pass: textIn(form, 'pass') })
  } catch (error) {
    return { tone: 'error', message: refusalOf(error, locale).message }
  }
  redirect(`/evening/${met.eventId}#${met.meetingId}`)
}
