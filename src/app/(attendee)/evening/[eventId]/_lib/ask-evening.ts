import { notFound, redirect } from 'next/navigation'
import { refusalOf } from '@/trpc/refusal'

/**
 * The answer to what a page of an evening asks. Visitors sign in and come back to `path`; what is not
 * there for this reader is the page that is not found.
 * @returns 'NOT_HERE' for a member who is not checked in.
 */
export async function askEvening<T>(question: Promise<T>, path: string): Promise<T | 'NOT_HERE'> {
  let code: string
  try {
    return await question
  } catch (error) {
    code = refusalOf(error, 'en').code
  }
  if (code === 'UNAUTHORIZED') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (code === 'FORBIDDEN') return 'NOT_HERE'
  notFound()
}
