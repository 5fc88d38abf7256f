import type { createCaller } from '@/server/api/root'

/** What the page of a person at an evening is made of. */
export type PersonShown = Awaited<ReturnType<ReturnType<typeof createCaller>['person']['show']>>
