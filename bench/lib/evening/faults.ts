/** What went wrong and should not have. */
export interface Faults {
  readonly count: number
  note(what: string): void
  /** Runs a piece of work; a failure is noted, and undefined comes back. */
  during<T>(what: string, work: () => Promise<T>): Promise<T | undefined>
  /** The first of them, for reading. */
  first(): readonly string[]
}

const SHOWN = 20

export function collectFaults(): Faults {
  const lines: string[] = []
  const note = (what: string) => lines.push(what)
  return {
    get count() {
      return lines.length
    },
    note,
    async during(what, work) {
      try {
        return await work()
      } catch (error) {
        note(`${what}: ${error instanceof Error ? error.message : String(error)}`)
        return undefined
      }
    },
    first: () => lines.slice(0, SHOWN),
  }
}
