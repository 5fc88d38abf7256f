import type { NextRequest } from 'next/server'
import { ownFile } from '@/app/_lib/own-file'

/** Everything here that is the reader's own. */
export function GET(request: NextRequest): Promise<Response> {
  return ownFile(request, { name: 'my-data.json', type: 'application/json' }, async (caller) => JSON.stringify(await caller.account.data(), null, 2))
}
