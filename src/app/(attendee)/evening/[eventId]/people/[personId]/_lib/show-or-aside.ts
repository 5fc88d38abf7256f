import { refusalOf } from '@/trpc/refusal'
import type { api } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>

/** What `person.show` answers, or 'PUT_ASIDE' for somebody who is not shown since the viewer said 'not tonight'. */
export async function showOrAside(caller: Caller, asked: Parameters<Caller['person']['show']>[0]) {
  try {
    return await caller.person.show(asked)
  } catch (error) {
    const missing = refusalOf(error, 'en').code === 'NOT_FOUND'
    const { eventId, personId } = asked
    if (missing && (await caller.person.isPutAside({ eventId, personId }))) return 'PUT_ASIDE' as const
    throw error
  }
}
