import { textIn } from '@/app/_lib/form-text'

/** What a form lets another have, see DetailFields. */
export function chosenDetails(form: FormData) {
  return { shareEmail: textIn(form, 'shareEmail') !== '', phone: textIn(form, 'phone') }
}
