'use server'

import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>
type Words = ReturnType<typeof textOf<'duplicates'>>

/** Does it and says so; a refusal is one sentence. */
async function settle(work: (caller: Caller, t: Words) => Promise<string>): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    const done = await work(await api(), textOf(locale, 'duplicates'))
    revalidatePath('/people/duplicates')
    return { done }
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
}

/** 'One person' or 'two different people', by the button that was pressed. */
export async function settlePair(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const two = { keepId: textIn(form, 'keepId'), goneId: textIn(form, 'goneId') }
  return settle(async (caller, t) => {
    if (textIn(form, 'settle') === 'apart') {
      await caller.duplicate.keepApart(two)
      return t('keptApart')
    }
    await caller.duplicate.merge(two)
    return t('merged')
  })
}

/** Merges all that are sure. */
export async function mergeAllSure(): Promise<FormAnswer> {
  return settle(async (caller, t) => {
    const { merged, left } = await caller.duplicate.mergeSure()
    return left === 0 ? t('mergedSure', { count: merged }) : t('mergedSureLeft', { count: merged, left })
  })
}

/** Takes a merge back. */
export async function takeBack(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return settle(async (caller, t) => {
    await caller.duplicate.undo({ mergeId: textIn(form, 'mergeId') })
    return t('undone')
  })
}
