import { NextResponse, type NextRequest } from 'next/server'
import { refuseCrossSite } from '@/app/_lib/cross-site'
import { FILE_MAX_MB, type FileProblem } from '@/domain/import/limits'
import { env } from '@/env'
import { refusalOf } from '@/trpc/refusal'
import { routeApi } from '@/trpc/route'

/** Above the largest file, in bytes: what a form puts around it. The service says the limit itself. */
const MAX_BYTES = (FILE_MAX_MB + 1) * 1024 * 1024

const to = (path: string) => NextResponse.redirect(new URL(path, env().PUBLIC_URL), { status: 303, headers: { 'Cache-Control': 'private, no-store' } })

/** Back to the page of imports, which says the sentence. */
const refuse = (problem: FileProblem | 'tooOften') => to(`/people/import?problem=${problem}`)

async function fileOf(request: NextRequest): Promise<File | null> {
  try {
    const file = (await request.formData()).get('file')
    return file instanceof File ? file : null
  } catch {
    return null
  }
}

/**
 * Takes a file of contacts, which is read in memory and not kept, and leads to the page of what it would do. A route
 * and not an action: those take no more than a megabyte, and the proxy before them would hold the whole of it.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  const { caller, locale, viewer } = await routeApi(request)
  if (!viewer) return to('/sign-in?next=/people/import')
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MAX_BYTES)) return refuse(Number.isNaN(length) ? 'notRead' : 'tooLarge')
  const file = await fileOf(request)
  if (!file) return refuse('noFile')
  try {
    const read = await caller.import.read({ file, fileName: file.name.slice(-200) })
    return 'runId' in read ? to(`/people/import/${read.runId}`) : refuse(read.problem)
  } catch (error) {
    // Whoever may not bring files at all is told so by that page itself.
    return refuse(refusalOf(error, locale).code === 'TOO_MANY_REQUESTS' ? 'tooOften' : 'notRead')
  }
}
