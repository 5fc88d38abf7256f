/** What kind of refusal it is; tRPC and HTTP each map it once. */
export type DomainErrorCode =
  | 'BAD_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'GONE'
  | 'TOO_MANY'
  | 'UNAVAILABLE'

/**
 * A refusal that a person can read. `userMessage` is one sentence, already in their language, that
 * says what happened and what to do. Everything else that is thrown is a fault and shown as such.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: DomainErrorCode,
    readonly userMessage: string,
  ) {
    super(`${code}: ${userMessage}`)
  }
}
