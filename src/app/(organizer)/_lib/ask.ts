import { notFound, redirect } from 'next/navigation'
import { refusalOf, type Refusal } from '@/trpc/refusal'

/**
 * The answer to what a page asks. Visitors are sent to sign in and come back to `path`; what is not
 * there, or not for this reader, is the page that is not found.
 */
export async function ask<T>(question: Promise<T>, path: string): Promise<T> {
  const asked = await answerOf(question, path)
  if ('refusal' in asked) notFound()
  return asked.answer
}

/** As {@link ask}, but what is this reader's at another time comes as a refusal, for the page to say so. */
export async function askInTime<T>(question: Promise<T>, path: string): Promise<{ answer: T } | { refusal: Refusal }> {
  const asked = await answerOf(question, path)
  if ('refusal' in asked && asked.refusal.code !== 'CONFLICT' && asked.refusal.code !== 'PRECONDITION_FAILED') notFound()
  return asked
}

async function answerOf<T>(question: Promise<T>, path: string): Promise<{ answer: T } | { refusal: Refusal }> {
  let refusal: Refusal
  try {
    return { answer: await question }
  } catch (error) {
    refusal = refusalOf(error, 'en')
  }
  if (refusal.code === 'UNAUTHORIZED') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return { refusal }
}
