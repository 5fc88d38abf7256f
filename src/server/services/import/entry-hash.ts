import type { Words } from '@/domain/import/fill-in'
import { hashToken } from '@/server/lib/tokens'

/** By which an entry's words are known again: whoever changes one changes it. */
export function entryHash({ name, organization, title, about, birthday, tags }: Words): string {
  return hashToken(JSON.stringify([name, organization, title, about, birthday, [...tags]]))
}
