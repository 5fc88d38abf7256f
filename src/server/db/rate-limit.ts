import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { PrismaClient } from '@/generated/prisma/client'

/** A limit on how often something may happen; counted in PostgreSQL, so all instances share it. */
export interface Limit {
  readonly name: string
  readonly times: number
  readonly seconds: number
}

/** Counts one use of the limit by `key`. @returns whether it is still within the limit. */
export async function withinLimit(db: PrismaClient, limit: Limit, key: string): Promise<boolean> {
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimit',
    keyPrefix: limit.name,
    points: limit.times,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
  })
  try {
    await limiter.consume(key)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
