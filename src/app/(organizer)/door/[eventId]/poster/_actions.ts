'use server'

import { revalidatePath } from 'next/cache'
import { api } from '@/trpc/server'

/** How the door opens, as the poster's page offers it. */
interface Choice {
  readonly doorMode: 'ROTATING' | 'POSTER'
  readonly newPoster?: boolean
}

/** Chooses between screen and poster. Whoever may not is not shown the form, and gets the error page. */
export async function chooseDoor(eventId: string, choice: Choice): Promise<void> {
  const caller = await api()
  await caller.event.setDoorMode({ eventId, ...choice })
  revalidatePath(`/door/${eventId}/poster`)
}
