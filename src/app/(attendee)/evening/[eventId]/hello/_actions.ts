'use server'

import { redirect } from 'next/navigation'
import { saveProfileForm } from '@/app/(attendee)/_lib/save-profile-form'
import type { FormAnswer } from '@/components/ui/action-form'
import { idPattern } from '@/domain/ids'

/** Saves the first minute and goes on to the people. */
export async function saveHello(eventId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { error, adding } = await saveProfileForm(form)
  if (error !== undefined) return { error }
  if (!idPattern('event').test(eventId)) redirect('/')
  redirect(adding ? `/evening/${eventId}/hello#interests` : `/evening/${eventId}`)
}
