import type { FormAnswer } from '@/components/ui/action-form'
import { slugOfInterest } from '@/domain/interests/normalise'
import { textOf } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { readProfileForm } from './profile-form'

/**
 * Saves the profile form: interests first, since they are what can be refused.
 * @returns the sentence to show when it was refused, else whether more is to be added.
 */
export async function saveProfileForm(form: FormData): Promise<FormAnswer & { readonly adding: boolean }> {
  const { changes, words, adding } = readProfileForm(form)
  const [caller, { locale }] = await Promise.all([api(), reader()])
  // Left to the saving it would be passed over in silence.
  if (words.some((word) => slugOfInterest(word) === null)) {
    return { adding, error: textOf(locale, 'profile')('interestUnreadable') }
  }
  try {
    await caller.interest.choose({ words: [...words] })
    await caller.profile.save(changes)
    return { adding }
  } catch (error) {
    return { adding, error: refusalOf(error, locale).message }
  }
}
