'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormAnswer } from '@/components/ui/action-form'
import { textIn } from '@/app/_lib/form-text'
import { SESSION_DAYS, sessionCookieName, sessionCookieOptions } from '@/server/auth/session-cookie'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Sets the installation up and signs its owner in; the next page is their community's. */
export async function setUp(token: string, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  const caller = await api()
  let slug: string
  try {
    const done = await caller.setUp.finish({
      token,
      name: textIn(form, 'name'),
      email: textIn(form, 'email'),
      timeZone: textIn(form, 'timeZone'),
      communityName: textIn(form, 'begin') === 'demo' ? null : textIn(form, 'communityName'),
    })
    slug = done.slug
    const jar = await cookies()
    jar.set(sessionCookieName(), done.sessionToken, { ...sessionCookieOptions(), maxAge: SESSION_DAYS * 86_400 })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  redirect(`/organize/${slug}`)
}
