import type { createCaller } from '@/server/api/root'

/** What the page of an evening is made of. */
export type Room = Awaited<ReturnType<ReturnType<typeof createCaller>['room']['mine']>>
