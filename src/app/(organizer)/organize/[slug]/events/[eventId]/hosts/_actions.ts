'use server'

import { revalidatePath } from 'next/cache'
import { textIn } from '@/app/_lib/form-text'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import type { LinkAnswer } from './_lib/link-answer'

interface Where {
  readonly eventId: string
  /** Of the page of hosts. */
  readonly path: string
}

/** Makes an invitation and answers its link, which is shown this once. */
export async function invite({ eventId, path }: Where, _before: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const { locale } = await reader()
  let link: LinkAnswer['link']
  try {
    link = await (await api()).hosting.invite({ eventId, label: textIn(form, 'label') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return { link }
}

/** Another link for an invitation whose first one was lost. */
export async function renew({ eventId, path }: Where, _before: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const { locale } = await reader()
  let link: LinkAnswer['link']
  try {
    link = await (await api()).hosting.renew({ eventId, grantId: textIn(form, 'grantId') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return { link }
}

/** Takes a host's night back. */
export async function revoke({ eventId, path }: Where, _before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { locale } = await reader()
  try {
    await (await api()).hosting.revoke({ eventId, grantId: textIn(form, 'grantId') })
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return {}
}
