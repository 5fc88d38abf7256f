import type { Db } from '@/server/db/client'
import { blocksAround } from '../person/blocked-around'
import { ofEvening, type OfEvening } from './of-evening'

const blocksOf = ofEvening((db, _eventId, userIds) => blocksAround(db, userIds), ({ blockerId, blockedId }) => [blockerId, blockedId])

/** As `blockedAround`, for many mails of an evening at once. */
export async function blockedOfEvening(db: Db, one: OfEvening): Promise<Set<string>> {
  const blocks = await blocksOf(db, one)
  return new Set(blocks.map(({ blockerId, blockedId }) => (blockerId === one.userId ? blockedId : blockerId)))
}
