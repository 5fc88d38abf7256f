'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useFormAnswer } from '@/components/ui/use-form-answer'
import type { QuickLogAnswer } from '../_actions'

type Kind = NonNullable<QuickLogAnswer['logged']>['kind']

/** The words of the quick log, put into the reader's language by the page. */
export interface QuickLogWords {
  readonly label: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly logged: Readonly<Record<Kind, string>>
  readonly undo: string
  readonly undone: string
}

const KINDS: readonly Kind[] = ['WROTE', 'CALLED', 'MET', 'NOTE']

/** What just happened, in one tap, with a way back right after it. Without JavaScript each is a posted form. */
export function QuickLog({
  action,
  nonce,
  words,
}: {
  readonly action: (answer: QuickLogAnswer, form: FormData) => Promise<QuickLogAnswer>
  /** Another for every drawing of the page: a double tap counts once. */
  readonly nonce: string
  readonly words: QuickLogWords
}) {
  const { answer, busy, formAction } = useFormAnswer<QuickLogAnswer>(action, {})
  return (
    <form action={formAction} aria-busy={busy} className="grid gap-3">
      <input type="hidden" name="nonce" value={nonce} />
      <div role="group" aria-label={words.label} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {KINDS.map((kind) => (
          <Button key={kind} name="kind" value={kind} tone="quiet" data-key={kind} aria-disabled={busy}>
            {words.kinds[kind]}
          </Button>
        ))}
      </div>
      {answer.error && <Notice tone="error">{answer.error}</Notice>}
      {answer.logged && !busy && (
        <Notice tone="good">
          <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
            {words.logged[answer.logged.kind]}
            <Button name="undo" value={answer.logged.interactionId} tone="quiet" data-key="undo">
              {words.undo}
            </Button>
          </span>
        </Notice>
      )}
      {answer.undone && !busy && <Notice tone="good">{words.undone}</Notice>}
    </form>
  )
}
