import type { Locale } from '@/text/translator'
import { refusalOf, type Refusal } from '@/trpc/refusal'

/** What a form that is shown again can help with; the rest is the link's own page of refusal. */
const MENDABLE: ReadonlySet<Refusal['code']> = new Set(['BAD_REQUEST', 'CONFLICT'])

/** Does what a form of a mail's link says; what can be mended there is answered by the page again, with the sentence. */
export async function againWithProblem(
  locale: Locale,
  work: () => Promise<Response>,
  again: (problem: string) => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const { code, message } = refusalOf(error, locale)
    if (!MENDABLE.has(code)) throw error
    return again(message)
  }
}
