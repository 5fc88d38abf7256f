/** An interest as a search finds it. */
export interface FoundInterest {
  readonly slug: string
  readonly label: string
}

function isFound(value: unknown): value is FoundInterest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'slug' in value &&
    typeof value.slug === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  )
}

/** The list inside tRPC's envelope; empty for anything else, an error's too. */
export function readFound(answer: unknown): readonly FoundInterest[] {
  if (typeof answer !== 'object' || answer === null || !('result' in answer)) return []
  const { result } = answer
  if (typeof result !== 'object' || result === null || !('data' in result)) return []
  return Array.isArray(result.data) ? result.data.filter(isFound) : []
}

/** Asks for suggestions. Without a network there are none: what was typed can be added all the same. */
export async function searchInterests(query: string, signal: AbortSignal): Promise<readonly FoundInterest[]> {
  try {
    const input = encodeURIComponent(JSON.stringify({ query }))
    const answer = await fetch(`/api/trpc/interest.search?input=${input}`, { signal })
    return readFound(await answer.json())
  } catch {
    return []
  }
}
