import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** What the form for the code says. */
export interface CodeWords {
  readonly email: string
  readonly code: string
  readonly codeHint: string
  readonly signIn: string
}

/**
 * Takes the six digits of the mail. Posted straight to the door of sign-in, without scripts: `email`
 * is asked for where the page does not know it any more.
 */
export function CodeForm({
  words,
  email,
  callbackUrl,
  main = false,
}: {
  readonly words: CodeWords
  readonly email?: string
  readonly callbackUrl: string
  /** Whether this is what the screen is for, and not the way beside it. */
  readonly main?: boolean
}) {
  return (
    <form method="post" action="/api/auth/callback/email" className="grid gap-6">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {email === undefined ? (
        <Field
          name="email"
          id="code-email"
          type="email"
          label={words.email}
          autoComplete="email"
          required
          maxLength={254}
        />
      ) : (
        <input type="hidden" name="email" value={email} />
      )}
      <Field
        name="token"
        // The way beside it may stand on the same screen.
        id={main ? 'token' : 'code-token'}
        label={words.code}
        hint={words.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\s*([0-9]\s*){6}"
        maxLength={12}
        required
      />
      <Button wide tone={main ? 'primary' : 'quiet'}>
        {words.signIn}
      </Button>
    </form>
  )
}
