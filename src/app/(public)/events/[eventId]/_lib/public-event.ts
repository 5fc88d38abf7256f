import type { api } from '@/trpc/server'

/** What anybody may know of an evening. */
export type PublicEvent = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['event']['show']>>
