import { notFound } from 'next/navigation'
import { refusalOf } from '@/trpc/refusal'

/** The answer to what a public page asks; a refusal is the page that is not found, a fault stays one. */
export async function shown<T>(question: Promise<T>): Promise<T> {
  try {
    return await question
  } catch (error) {
    refusalOf(error, 'en')
    notFound()
  }
}
