import type { NextRequest } from 'next/server'
import { ownFile } from '@/app/_lib/own-file'

/** All of one's own people for a spreadsheet. */
export function GET(request: NextRequest): Promise<Response> {
  return ownFile(request, { name: 'people.csv', type: 'text/csv' }, async (caller) => (await caller.import.table()).text)
}
