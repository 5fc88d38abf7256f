'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { act } from './_lib/act'

/** Puts everybody who was ticked into a group, and goes there. */
export async function putIntoGroup(groupId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const contactIds = form.getAll('contactId').filter((id) => typeof id === 'string')
  if (contactIds.length > 0) {
    const done = await act((caller) => caller.group.addMembers({ groupId, contactIds }))
    if ('error' in done) return done
  }
  redirect(`/people?group=${encodeURIComponent(groupId)}&sort=name`)
}
