'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { actAndRefresh } from '../_lib/act-and-refresh'
import { chosenDetails } from '../_lib/chosen-details'

const PAGES = ['/asks', '/today']

/** Puts an ask; where nobody fits, says so, and whom one may know oneself. */
export async function put(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const t = textOf(locale, 'ask')
  const communityId = textIn(form, 'to')
  try {
    const receipt = await (await api()).ask.put({
      communityId: communityId === '' ? null : communityId,
      text: textIn(form, 'text'),
      details: chosenDetails(form),
      nonce: textIn(form, 'nonce'),
    })
    if (receipt.state === 'NOBODY') {
      const names = receipt.known.map(({ name }) => name || t('nameless'))
      const known = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
      return { error: known === '' ? t('nobody') : `${t('nobody')} ${t('nobodyButKnown', { names: known })}` }
    }
    revalidatePath('/asks')
    return { done: t('sent', { count: receipt.count }) }
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
}

/** 'I can help', with what the asker may have, or 'not me'. */
export async function answer(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const askId = textIn(form, 'askId')
  const reply =
    textIn(form, 'answer') === 'help'
      ? { answer: 'CAN_HELP' as const, note: textIn(form, 'note'), ...chosenDetails(form) }
      : { answer: 'PASSED' as const }
  return actAndRefresh(PAGES, (caller) => caller.ask.answer({ askId, reply }))
}

/** 'It is settled.' */
export async function close(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return actAndRefresh(PAGES, (caller) => caller.ask.close({ askId: textIn(form, 'askId') }))
}

/** Takes 'not me' back. */
export async function undo(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return actAndRefresh(PAGES, (caller) => caller.ask.undo({ askId: textIn(form, 'askId') }))
}
