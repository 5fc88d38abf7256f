import type { createCaller } from '@/server/api/root'

/** What the page of introductions is made of. */
export type Introductions = Awaited<ReturnType<ReturnType<typeof createCaller>['introduction']['mine']>>
