'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { act } from '../_lib/act'
import { cadenceIn } from '../_lib/form-in'

/** Makes a group, and goes to the list to choose who is in it. */
export async function addGroup(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const made = await act((caller) => caller.group.add({ name: textIn(form, 'name'), cadence: cadenceIn(form) }))
  if ('error' in made) return made
  redirect(`/people?to=${made.value.groupId}&sort=name`)
}

/** Gives a group another name and cadence. */
export async function changeGroup(groupId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const done = await act((caller) => caller.group.change({ groupId, name: textIn(form, 'name'), cadence: cadenceIn(form) }))
  if ('error' in done) return done
  const { locale } = await reader()
  return { done: textOf(locale, 'people')('saved') }
}

/** Deletes a group; the people stay. */
export async function removeGroup(groupId: string): Promise<FormAnswer> {
  const done = await act((caller) => caller.group.remove({ groupId }))
  return 'error' in done ? done : {}
}
