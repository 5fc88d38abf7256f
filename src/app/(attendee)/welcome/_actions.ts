'use server'

import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

const textIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Keeps or discards what was typed at a door; settled already is as good. */
export async function settleClaim(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [caller, { locale }] = await Promise.all([api(), reader()])
  const guest = { guestId: textIn(form, 'guestId') }
  try {
    await (form.get('answer') === 'keep' ? caller.claim.keep(guest) : caller.claim.discard(guest))
  } catch (error) {
    refusalOf(error, locale)
  }
  revalidatePath('/welcome')
  return {}
}

/** Gives the viewer a name. */
export async function nameViewer(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [caller, { locale }] = await Promise.all([api(), reader()])
  try {
    await caller.profile.rename({ name: textIn(form, 'name') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath('/welcome')
  return {}
}
