'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

interface Where {
  readonly eventId: string
  /** Of the page of circles. */
  readonly path: string
}

/** Opens a circle about the topic that was chosen. */
export async function open({ eventId, path }: Where, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const [topic, time, place] = [textIn(form, 'topic'), textIn(form, 'time'), textIn(form, 'place')]
  const t = textOf(locale, 'circle')
  if (topic === '') return { error: t('chooseTopic') }
  try {
    await (await api()).circle.open({ eventId, topic, time, place })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return { done: t('opened', { time }) }
}

/** Calls a circle off. */
export async function callOff({ eventId, path }: Where, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).circle.callOff({ eventId, circleId: textIn(form, 'circleId') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return {}
}
