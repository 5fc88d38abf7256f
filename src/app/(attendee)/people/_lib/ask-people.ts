import { notFound, redirect } from 'next/navigation'
import { refusalOf } from '@/trpc/refusal'

/**
 * The answer to what a page of one's own people asks. Visitors sign in and come back to `path`; what is
 * another's or nobody's is the page that is not found.
 */
export async function askPeople<T>(question: Promise<T>, path: string): Promise<T> {
  let code: string
  try {
    return await question
  } catch (error) {
    code = refusalOf(error, 'en').code
  }
  if (code === 'UNAUTHORIZED') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  notFound()
}
