import type { NextRequest } from 'next/server'
import { ownFile } from '@/app/_lib/own-file'

/** All of one's own people for an address book; notes go along only with `?notes=1`. */
export function GET(request: NextRequest): Promise<Response> {
  const notes = request.nextUrl.searchParams.get('notes') === '1'
  return ownFile(request, { name: 'people.vcf', type: 'text/vcard' }, async (caller) => (await caller.import.vcards({ notes })).text)
}
