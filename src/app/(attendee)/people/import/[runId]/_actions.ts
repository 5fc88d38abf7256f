'use server'

import { revalidatePath } from 'next/cache'
import { CADENCES } from '@/domain/follow-up/cadence'
import { target } from '@/domain/import/columns'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>
type Words = ReturnType<typeof textOf<'imports'>>

async function act(form: FormData, work: (caller: Caller, runId: string, t: Words) => Promise<FormAnswer>): Promise<FormAnswer> {
  const { locale } = await reader()
  const runId = textIn(form, 'runId')
  try {
    const answer = await work(await api(), runId, textOf(locale, 'imports'))
    revalidatePath(`/people/import/${runId}`)
    return answer
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
}

/** Looks again with other columns, reminders, group or tag. */
export async function choose(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, async (caller, runId, t) => {
    const cadence = CADENCES.find((one) => one === textIn(form, 'cadence')) ?? null
    const targets = Array.from({ length: 200 }, (_, at) => textIn(form, `column-${String(at)}`))
    await caller.import.choose({
      runId,
      cadence,
      targets: targets.slice(0, targets.indexOf('')).map((text) => target.catch('NONE').parse(text)),
      preferFile: textIn(form, 'prefer') === 'file',
      groupId: textIn(form, 'group') || null,
      tag: textIn(form, 'tag'),
    })
    return { done: t('applied') }
  })
}

/** Starts the import. */
export async function start(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, async (caller, runId) => {
    await caller.import.start({ runId })
    return {}
  })
}

/** Takes back what it brought; the page says what went and who stays. */
export async function undo(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return act(form, async (caller, runId) => {
    await caller.import.undo({ runId })
    return {}
  })
}
