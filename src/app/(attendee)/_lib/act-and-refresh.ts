import { revalidatePath } from 'next/cache'
import type { FormAnswer } from '@/components/ui/action-form'
import { refusalOf } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'

/** Does it and has these pages read anew; a refusal comes back as its sentence. */
export async function actAndRefresh(
  paths: readonly string[],
  work: (caller: Awaited<ReturnType<typeof api>>) => Promise<unknown>,
): Promise<FormAnswer> {
  try {
    await work(await api())
  } catch (error) {
    return { error: refusalOf(error, (await reader()).locale).message }
  }
  for (const path of paths) revalidatePath(path)
  return {}
}
