import type { createCaller } from '@/server/api/root'

/** What the page is made of. */
export type Today = Awaited<ReturnType<ReturnType<typeof createCaller>['today']['mine']>>
export type Card = Today['due'][number]
