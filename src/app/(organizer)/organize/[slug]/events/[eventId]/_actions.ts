'use server'

import { revalidatePath } from 'next/cache'
import { api } from '@/trpc/server'

/** Calls an evening off, or puts it on again. Whoever may not is not shown the form, and gets the error page. */
export async function setStatus(eventId: string, status: 'SCHEDULED' | 'CANCELLED', path: string): Promise<void> {
  const caller = await api()
  await caller.event.setStatus({ eventId, status })
  revalidatePath(path)
}
