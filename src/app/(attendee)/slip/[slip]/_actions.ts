'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { sessionCookieName, sessionCookieOptions } from '@/server/auth/session-cookie'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** 'This was me': the evening becomes the viewer's; they go on by way of what else is theirs to settle. */
export async function keep(slip: string, own: string | null): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).claim.keep({ slip, ...(own === null ? {} : { own }) })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect('/welcome?next=/')
}

/** 'Use it on this phone tonight'. */
export async function startTonight(slip: string, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  let eventId: string
  try {
    const started = await (await api()).slip.useTonight({ token: slip, nonce: textIn(form, 'nonce') })
    eventId = started.eventId
    const jar = await cookies()
    const maxAge = started.session.hours * 3600
    jar.set(sessionCookieName(), started.session.token, { ...sessionCookieOptions(), maxAge })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect(`/evening/${eventId}/hello`)
}
