'use server'

import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

interface Where {
  readonly slug: string
  readonly communityId: string
  readonly seriesId: string
}

/** Leaves a day out, has it again, adds an evening or takes it back; says so, and whom it told. */
export async function changeDate(
  { slug, communityId, seriesId }: Where,
  kind: 'SKIP' | 'KEEP' | 'ADD' | 'REMOVE',
  _before: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const { locale } = await reader()
  const caller = await api()
  const on = textIn(form, 'on')
  const change = kind === 'SKIP' || kind === 'KEEP' ? { kind, day: on } : { kind, start: on }
  try {
    const { told } = await caller.series.changeDate({ communityId, seriesId, change })
    revalidatePath(`/organize/${slug}/series/${seriesId}`)
    return { done: textOf(locale, 'seriesChange')(`done.${kind}`, { told }) }
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
}
