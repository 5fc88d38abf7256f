import type { api } from '@/trpc/server'

/** A contact as its page shows it. */
export type ShownContact = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['contact']['show']>>
export type ShownInteraction = ShownContact['timeline'][number]
