import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

type Caller = Awaited<ReturnType<typeof api>>

/** Does it and has the pages of one's people read anew; a refusal comes back as its sentence. */
export async function act<T>(work: (caller: Caller) => Promise<T>): Promise<{ readonly value: T } | FormAnswer & { readonly error: string }> {
  const { locale } = await reader()
  try {
    const value = await work(await api())
    revalidatePath('/people', 'layout')
    return { value }
  } catch (error) {
    return { error: refusalOf(error, locale).message }
  }
}
