'use server'

import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { act } from '../_lib/act'

/** What a tap of the quick log came to: the entry that was written, or taken back. */
export interface QuickLogAnswer extends FormAnswer {
  readonly logged?: { readonly interactionId: string; readonly kind: 'WROTE' | 'CALLED' | 'MET' | 'NOTE' }
  readonly undone?: boolean
}

const KINDS = ['WROTE', 'CALLED', 'MET', 'NOTE'] as const

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
  const done = await act((caller) => caller.contact.log({ contactId, kind, nonce }))
  return 'error' in done ? done : { logged: { interactionId: done.value.interactionId, kind } }
}
