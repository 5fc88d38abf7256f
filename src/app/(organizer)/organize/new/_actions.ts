'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Makes a further community, owned by the operator. */
export async function makeCommunity(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const caller = await api()
  let slug: string
  try {
    const made = await caller.community.create({
      name: textIn(form, 'name'),
      timeZone: textIn(form, 'timeZone'),
      postalAddress: textIn(form, 'postalAddress'),
    })
    slug = made.slug
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect(`/organize/${slug}`)
}
