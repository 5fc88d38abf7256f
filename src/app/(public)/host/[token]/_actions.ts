'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { sessionCookieName, sessionCookieOptions } from '@/server/auth/session-cookie'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** 'I'm helping tonight'; goes on to the scanner. */
export async function accept(token: string, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  let eventId: string
  try {
    const accepted = await (await api()).hosting.accept({
      token,
      name: textIn(form, 'name'),
      nonce: textIn(form, 'nonce'),
    })
    eventId = accepted.eventId
    if (accepted.session) {
      const jar = await cookies()
      const maxAge = accepted.session.hours * 3600
      jar.set(sessionCookieName(), accepted.session.token, { ...sessionCookieOptions(), maxAge })
    }
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect(`/door/${eventId}/scan`)
}
