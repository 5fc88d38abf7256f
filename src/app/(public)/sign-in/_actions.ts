'use server'

import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import type { SignInStep } from './_lib/sign-in-step'

/** Asks for the mail with link and code. It answers the same for every address. */
export async function requestSignIn(_step: SignInStep, form: FormData): Promise<SignInStep> {
  const given = form.get('email')
  const email = typeof given === 'string' ? given.trim() : ''
  const { locale } = await reader()
  try {
    const { sent } = await (await api()).signIn.request({ email })
    return { email, sent }
  } catch (error) {
    return { email, error: refusalOf(error, locale).message }
  }
}
