import { randomUUID } from 'node:crypto'

/** A client's word for one thing that a form writes: another for every drawing of the page. */
export function freshNonce(): string {
  return randomUUID()
}
