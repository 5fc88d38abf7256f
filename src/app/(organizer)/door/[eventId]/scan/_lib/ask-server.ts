import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/api/root'

/** What can come of asking the server; a refusal concerns what was asked, not the network or the session. */
export type Asked<T> =
  | { readonly kind: 'ANSWER'; readonly value: T }
  | { readonly kind: 'UNREACHABLE' }
  | { readonly kind: 'SIGNED_OUT' }
  | { readonly kind: 'NO_HOST' }
  | { readonly kind: 'OVER'; readonly message: string }
  /** A busy server: the same can be asked again later. */
  | { readonly kind: 'LATER'; readonly message: string }
  | { readonly kind: 'REFUSED'; readonly message: string }

/** The scanner's procedures. One call a request, as everywhere. */
export const scannerApi = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] }).scanner

/** The call's options: it is given up after so many milliseconds. */
export function within(milliseconds: number): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(milliseconds) }
}

/** Asks, and says what came of it; never throws. */
export async function ask<T>(question: Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'ANSWER', value: await question }
  } catch (error) {
    return readFailure(error)
  }
}

function readFailure(error: unknown): Exclude<Asked<never>, { kind: 'ANSWER' }> {
  // Without data it was not our server that answered: no network, or the venue's own sign-in page.
  const data = error instanceof TRPCClientError ? statusOf(error) : null
  const message = error instanceof Error ? error.message : ''
  if (data === null || data >= 500) return { kind: 'UNREACHABLE' }
  if (data === 401) return { kind: 'SIGNED_OUT' }
  if (data === 403 || data === 404) return { kind: 'NO_HOST' }
  if (data === 412) return { kind: 'OVER', message }
  return data === 429 ? { kind: 'LATER', message } : { kind: 'REFUSED', message }
}

/** The status that our server gave; null when the answer was none of ours. */
function statusOf({ data }: { readonly data: unknown }): number | null {
  if (typeof data !== 'object' || data === null || !('httpStatus' in data)) return null
  return typeof data.httpStatus === 'number' ? data.httpStatus : null
}
