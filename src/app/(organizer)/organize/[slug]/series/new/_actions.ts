'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { FIELDS, timingIn } from './_lib/series-fields'

/** Makes the series, or, where that was asked for, shows its dates: what was typed moves to the URL. */
export async function makeSeries(
  where: { readonly slug: string; readonly communityId: string },
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const read = (name: string) => textIn(form, name)
  const path = `/organize/${where.slug}/series`
  if (read('intent') === 'show') {
    const query = new URLSearchParams(FIELDS.map((name) => [name, read(name)]))
    redirect(`${path}/new?${query.toString()}#preview`)
  }
  const { locale } = await reader()
  const caller = await api()
  let id: string
  try {
    const made = await caller.series.create({
      communityId: where.communityId,
      name: read('name'),
      description: read('description'),
      venueName: read('venueName'),
      venueAddress: read('venueAddress'),
      ...timingIn(read),
    })
    id = made.id
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect(`${path}/${id}`)
}
