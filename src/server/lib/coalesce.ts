/**
 * Makes one call of many: items that are asked for while a call is under way go together into the next one.
 * @param work gets the items in the order in which they were asked for, and answers each at its place.
 * @returns the answer to one item; rejects as the call did that it was part of.
 */
export function coalesce<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  interface Waiting {
    readonly item: Item
    readonly resolve: (answer: Answer) => void
    readonly reject: (reason: unknown) => void
  }
  let waiting: Waiting[] = []
  let busy = false

  async function run(): Promise<void> {
    busy = true
    // What is asked for in the same turn of the event loop goes into the first call already.
    await Promise.resolve()
    while (waiting.length > 0) {
      const now = waiting
      waiting = []
      try {
        const answers = await work(now.map(({ item }) => item))
        for (const [index, { resolve, reject }] of now.entries()) {
          const answer = answers[index]
          if (answer === undefined) reject(new Error('A call for many left one without an answer.'))
          else resolve(answer)
        }
      } catch (error) {
        for (const { reject } of now) reject(error)
      }
    }
    busy = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!busy) void run()
    })
}
