'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { actAndRefresh } from '../_lib/act-and-refresh'
import { chosenDetails } from '../_lib/chosen-details'

const PAGES = ['/introductions', '/today']

/** Yes, with what the other may have, or no. */
export async function answer(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const introductionId = textIn(form, 'introductionId')
  const reply =
    textIn(form, 'answer') === 'yes'
      ? { answer: 'ACCEPTED' as const, ...chosenDetails(form) }
      : { answer: 'DECLINED' as const }
  return actAndRefresh(PAGES, (caller) => caller.introduction.answer({ introductionId, reply }))
}

/** Takes one's own answer back. */
export async function undo(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return actAndRefresh(PAGES, (caller) => caller.introduction.undo({ introductionId: textIn(form, 'introductionId') }))
}

/** Takes an introduction back that one made. */
export async function withdraw(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return actAndRefresh(PAGES, (caller) => caller.introduction.withdraw({ introductionId: textIn(form, 'introductionId') }))
}

const OUTCOMES = ['IN_TOUCH', 'NOT_YET', 'NOTHING'] as const

/** What came of it. */
export async function sayOutcome(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const outcome = OUTCOMES.find((one) => one === textIn(form, 'outcome')) ?? 'NOT_YET'
  return actAndRefresh(PAGES, (caller) => caller.introduction.sayOutcome({ introductionId: textIn(form, 'introductionId'), outcome }))
}

/** Proposes two people to each other. */
export async function make(_answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const askId = textIn(form, 'ask')
  const made = await actAndRefresh([...PAGES, '/asks'], (caller) =>
    caller.introduction.make({
      one: askId === '' ? { contactId: textIn(form, 'one') } : { askId },
      otherContactId: textIn(form, 'other'),
      reasonForOne: textIn(form, 'reasonForOne'),
      reasonForOther: textIn(form, 'reasonForOther'),
      nonce: textIn(form, 'nonce'),
    }),
  )
  if (made.error) return made
  redirect('/introductions?made=1#made')
}
