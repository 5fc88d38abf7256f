'use server'

import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { FIELD_KINDS } from '@/domain/contact/field-key'
import { textOf } from '@/text/translator'
import type { api } from '@/trpc/server'
import { reader } from '@/trpc/server'
import { act } from '../_lib/act'
import { allIn, cadenceIn, factsIn, linesIn } from '../_lib/form-in'

/** What a tap of the quick log came to: the entry that was written, or taken back. */
export interface QuickLogAnswer extends FormAnswer {
  readonly logged?: { readonly interactionId: string; readonly kind: 'WROTE' | 'CALLED' | 'MET' | 'NOTE' }
  readonly undone?: boolean
}

interface OneEntry {
  readonly contactId: string
  readonly interactionId: string
}

const KINDS = ['WROTE', 'CALLED', 'MET', 'NOTE'] as const

/** Does it; what is done shows on the page, or is said in a word. */
async function done(work: (caller: Awaited<ReturnType<typeof api>>) => Promise<unknown>, word?: 'saved' | 'share.done' | 'share.takenBack'): Promise<FormAnswer> {
  const answer = await act(work)
  if ('error' in answer) return answer
  const { locale } = await reader()
  return word === undefined ? {} : { done: textOf(locale, 'people')(word) }
}

/** One tap: writes down what just happened, or takes the last tap back. */
export async function quickLog(contactId: string, _answer: QuickLogAnswer, form: FormData): Promise<QuickLogAnswer> {
  const interactionId = textIn(form, 'undo')
  if (interactionId !== '') {
    const gone = await act((caller) => caller.contact.undoLog({ contactId, interactionId }))
    return 'error' in gone ? gone : { undone: true }
  }
  const kind = KINDS.find((one) => one === textIn(form, 'kind')) ?? 'NOTE'
  // Each button of one drawing of the page counts once, however often it is pressed.
  const nonce = `${textIn(form, 'nonce')}-${kind}`
  const logged = await act((caller) => caller.contact.log({ contactId, kind, nonce }))
  return 'error' in logged ? logged : { logged: { interactionId: logged.value.interactionId, kind } }
}

/** Other words about something that happened, or another day. */
export async function changeEntry(one: OneEntry, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const words = { note: linesIn(form, 'note'), myPromise: linesIn(form, 'myPromise'), theirPromise: linesIn(form, 'theirPromise') }
  const on = textIn(form, 'on')
  return done((caller) => caller.contact.editInteraction({ ...one, ...words, ...(on !== '' && { on }) }), 'saved')
}

/** Deletes something that was written down. */
export async function removeEntry(one: OneEntry): Promise<FormAnswer> {
  return done((caller) => caller.contact.undoLog(one))
}

/** A promise was kept, or not yet after all. */
export async function tickPromise(tick: OneEntry & { whose: 'MINE' | 'THEIRS'; kept: boolean }): Promise<FormAnswer> {
  return done((caller) => caller.contact.tickPromise(tick))
}

/** What stands about somebody. */
export async function changeFacts(contactId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return done((caller) => caller.contact.edit({ contactId, ...factsIn(form) }), 'saved')
}

/** How often, and in which groups. Groups are for proved addresses: a form without them leaves them. */
export async function changeRhythm(contactId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return done(async (caller) => {
    await caller.contact.setCadence({ contactId, cadence: cadenceIn(form) })
    if (textIn(form, 'groups') !== '') await caller.contact.setGroups({ contactId, groupIds: allIn(form, 'groupId') })
  }, 'saved')
}

/** The ways to reach somebody: each line of the form, without those that were emptied. */
export async function changeFields(contactId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [kinds, labels, values] = [allIn(form, 'kind'), allIn(form, 'label'), allIn(form, 'value')]
  const fields = values.flatMap((value, at) => {
    const kind = FIELD_KINDS.find((one) => one === kinds[at])
    return kind && value.trim() !== '' ? [{ kind, value: value.trim(), label: labels[at] ?? '' }] : []
  })
  return done((caller) => caller.contact.setFields({ contactId, fields }), 'saved')
}

/** 'Not now': tomorrow, next week, or this round not at all. */
export async function putOff(contactId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  const how = textIn(form, 'how')
  return done((caller) =>
    how === 'skip' ? caller.today.skip({ contactId }) : caller.today.putOff({ contactId, until: how === 'tomorrow' ? how : 'next-week' }),
  )
}

/** Takes 'not now' back. */
export async function liftPutOff(contactId: string): Promise<FormAnswer> {
  return done((caller) => caller.contact.liftPutOff({ contactId }))
}

/** Lets a member have one's address or number. */
export async function shareDetails(contactId: string, _answer: FormAnswer, form: FormData): Promise<FormAnswer> {
  return done((caller) => caller.contact.share({ contactId, email: textIn(form, 'email') !== '', phone: textIn(form, 'phone') }), 'share.done')
}

/** Takes back what one let them have. */
export async function takeShareBack(contactId: string): Promise<FormAnswer> {
  return done((caller) => caller.contact.takeShareBack({ contactId }), 'share.takenBack')
}

/** Deletes the entry with all that stands about it, and goes to the list. */
export async function removeContact(contactId: string): Promise<FormAnswer> {
  const answer = await done((caller) => caller.contact.remove({ contactId }))
  if (answer.error !== undefined) return answer
  redirect('/people')
}
