import type { createCaller } from '@/server/api/root'

/** A circle as its invited people see it. */
export type Circle = Awaited<ReturnType<ReturnType<typeof createCaller>['circle']['mine']>>[number]
