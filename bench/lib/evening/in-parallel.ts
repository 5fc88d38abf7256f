/** Does the work for every item, so many at a time, in the items' order. */
export async function inParallel<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T, place: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries()
  await Promise.all(
    Array.from({ length: Math.min(atATime, items.length) }, async () => {
      for (const [place, item] of entries) await work(item, place)
    }),
  )
}
