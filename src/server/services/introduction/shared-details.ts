import { z } from 'zod'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import { textOf, type Locale } from '@/text/translator'

/** What somebody lets another have once both agreed: their proved address, a phone number they typed. */
const details = z.array(z.object({ kind: z.enum(['EMAIL', 'PHONE']), value: z.string() }))
export type SharedDetail = z.output<typeof details>[number]

/** What a form says of it. The address itself is never taken from the form. */
export const detailsInput = z.object({ shareEmail: z.boolean(), phone: z.string().max(60) })
export type DetailsChosen = z.output<typeof detailsInput>

/** Digits with what people write between them; 5 to 15 digits, as E.164 has at most. */
const PHONE = /^\+?[\d\s().\/-]+$/

/** The details that a form chose. @throws DomainError BAD_INPUT for what is no phone number */
export function chosenDetails({ shareEmail, phone }: DetailsChosen, email: string, locale: Locale): SharedDetail[] {
  const number = cleanLine(phone, 40)
  const digits = number.replaceAll(/\D/g, '').length
  if (number !== '' && !(PHONE.test(number) && digits >= 5 && digits <= 15)) {
    throw new DomainError('BAD_INPUT', textOf(locale, 'introduction')('badPhone'))
  }
  return [
    ...(shareEmail ? [{ kind: 'EMAIL' as const, value: email }] : []),
    ...(number === '' ? [] : [{ kind: 'PHONE' as const, value: number }]),
  ]
}

/** Stored details; what cannot be read is none. */
export const storedDetails = (stored: unknown): SharedDetail[] => details.catch([]).parse(stored)
