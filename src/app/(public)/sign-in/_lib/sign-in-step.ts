/** Where somebody is in signing in. */
export interface SignInStep {
  readonly email: string
  readonly sent: boolean
  readonly error?: string
}
