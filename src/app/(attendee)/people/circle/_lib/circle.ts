import type { api } from '@/trpc/server'

type MyCircle = Awaited<ReturnType<typeof api>>['myCircle']

/** What the page of one's circle shows. */
export type Circle = Awaited<ReturnType<MyCircle['show']>>
