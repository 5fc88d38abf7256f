'use server'

import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/app/_components/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Calls an evening off, or puts it on again. */
export async function setStatus(
  eventId: string,
  status: 'SCHEDULED' | 'CANCELLED',
  path: string,
): Promise<FormAnswer | null> {
  const { locale } = await reader()
  const caller = await api()
  try {
    await caller.event.setStatus({ eventId, status })
  } catch (error) {
    return { tone: 'error', message: refusalOf(error, locale).message }
  }
  revalidatePath(path)
  return null
}
