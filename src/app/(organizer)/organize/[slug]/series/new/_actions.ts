'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { isPlainPost } from '../../../../_lib/plain-post'
import { fieldsOfForm, queryOf, seriesIn } from '../_lib/series-fields'

/** Makes the series, or, where that was asked for, shows its dates: what was typed moves to the URL. */
export async function makeSeries(
  where: { readonly slug: string; readonly communityId: string },
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const fields = fieldsOfForm(form)
  const path = `/organize/${where.slug}/series`
  const again = (part: string) => `${path}/new?${queryOf(fields).toString()}#${part}`
  const intent = fields.text('intent')
  if (intent !== '') redirect(again(intent === 'exceptions' ? 'exceptions' : 'preview'))
  const { locale } = await reader()
  const caller = await api()
  let id: string
  try {
    const made = await caller.series.create({ communityId: where.communityId, ...seriesIn(fields) })
    id = made.id
  } catch (error) {
    const { message } = refusalOf(error, locale)
    // Without a script the page is drawn anew, and only its URL keeps what was typed.
    if (await isPlainPost()) redirect(again('preview'))
    return { error: message }
  }
  redirect(`${path}/${id}`)
}
