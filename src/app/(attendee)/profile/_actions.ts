'use server'

import { redirect } from 'next/navigation'
import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { saveProfileForm } from '../_lib/save-profile-form'

/** Saves the profile and stays there. */
export async function saveOwnProfile(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { error, adding } = await saveProfileForm(form)
  if (error !== undefined) return { error }
  if (adding) redirect('/profile#interests')
  revalidatePath('/profile')
  const { locale } = await reader()
  return { done: textOf(locale, 'profile')('saved') }
}

/** Makes the address of one's own calendar, or a new one instead. */
export async function renewCalendar(_answer: FormAnswer, _form: FormData): Promise<FormAnswer> {
  const caller = await api()
  const { locale } = await reader()
  const before = await caller.calendar.address()
  await caller.calendar.renewAddress()
  revalidatePath('/profile')
  return before.address === null ? {} : { done: textOf(locale, 'calendar')('renewed') }
}

/** Ends this browser's session. */
export async function signOut(): Promise<FormAnswer> {
  await (await api()).session.signOut()
  redirect('/')
}
