'use server'

import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { isPlainPost } from '../../../../../_lib/plain-post'
import { fieldsOfForm, queryOf, seriesIn } from '../../_lib/series-fields'

/** Changes the series, or shows its dates; where somebody else was faster, what was typed moves to the URL. */
export async function changeSeries(
  where: { readonly slug: string; readonly communityId: string; readonly seriesId: string },
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const { slug, communityId, seriesId } = where
  const fields = fieldsOfForm(form)
  const path = `/organize/${slug}/series/${seriesId}`
  const again = (part: string) => `${path}/edit?${queryOf(fields).toString()}#${part}`
  const intent = fields.text('intent')
  if (intent !== '') redirect(again(intent === 'exceptions' ? 'exceptions' : 'preview'))
  const { locale } = await reader()
  const caller = await api()
  let done: string
  try {
    const sequence = Number(fields.text('sequence'))
    const { changed, made, calledOff, deleted, told } = await caller.series.change({
      communityId,
      seriesId,
      sequence,
      ...seriesIn(fields),
    })
    const figures = { changed, made, off: calledOff, deleted, told }
    done = new URLSearchParams(Object.entries(figures).map(([name, count]) => [name, String(count)])).toString()
  } catch (error) {
    const { code, message } = refusalOf(error, locale)
    if (code === 'CONFLICT') redirect(again('meanwhile'))
    // Without a script the page is drawn anew, and only its URL keeps what was typed.
    if (await isPlainPost()) redirect(again('preview'))
    return { error: message }
  }
  redirect(`${path}?${done}`)
}
