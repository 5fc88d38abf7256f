import { textIn } from '@/app/_lib/form-text'
import { CADENCES, type Cadence } from '@/domain/follow-up/cadence'

/** The cadence that was chosen in a form; null where others say it. */
export function cadenceIn(form: FormData): Cadence | null {
  return CADENCES.find((cadence) => cadence === textIn(form, 'cadence')) ?? null
}

/** All values of a form's field. */
export function allIn(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string')
}

/** Lines as they were typed: a form sends their ends as CRLF. */
export function linesIn(form: FormData, name: string): string {
  return textIn(form, name).replaceAll('\r\n', '\n').trim()
}

/** What a form says of somebody. */
export function factsIn(form: FormData) {
  return {
    name: textIn(form, 'name'),
    organization: textIn(form, 'organization'),
    title: textIn(form, 'title'),
    about: linesIn(form, 'about'),
    tags: textIn(form, 'tags'),
    birthday: textIn(form, 'birthday'),
  }
}
