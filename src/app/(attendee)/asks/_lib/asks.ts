import type { createCaller } from '@/server/api/root'

/** What the page of asks is made of. */
export type Asks = Awaited<ReturnType<ReturnType<typeof createCaller>['ask']['mine']>>
