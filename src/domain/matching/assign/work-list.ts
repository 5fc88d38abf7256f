/** People to be looked at, first come, first served; nobody stands in it twice. */
export interface WorkList {
  readonly queue: Int32Array
  readonly waiting: Uint8Array
  head: number
  length: number
}

export function emptyWorkList(size: number): WorkList {
  return { queue: new Int32Array(size), waiting: new Uint8Array(size), head: 0, length: 0 }
}

export function put(list: WorkList, person: number): void {
  if (list.waiting[person] === 1) return
  list.waiting[person] = 1
  list.queue[(list.head + list.length) % list.queue.length] = person
  list.length += 1
}

/** @returns the next person, -1 for none */
export function take(list: WorkList): number {
  if (list.length === 0) return -1
  const person = list.queue[list.head] ?? 0
  list.head = (list.head + 1) % list.queue.length
  list.length -= 1
  list.waiting[person] = 0
  return person
}
