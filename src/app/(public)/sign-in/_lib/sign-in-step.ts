/** Where somebody is in signing in. */
export interface SignInStep {
  readonly email: string
  /** Set once link and code exist: whether they were mailed, or wait on a server that sends no mail. */
  readonly sent?: boolean
  readonly error?: string
}
