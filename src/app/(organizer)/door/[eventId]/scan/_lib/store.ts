/** Something that changes and tells who listens; what it gives is replaced, never written to. */
export interface Store<State> {
  readonly get: () => State
  readonly change: (part: Partial<State>) => void
  /** @returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void
}

export function makeStore<State extends object>(first: State): Store<State> {
  let state = first
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    change(part) {
      state = { ...state, ...part }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
