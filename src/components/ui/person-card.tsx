import type { ReactNode } from 'react'

/**
 * A person, as on a place card: the name, a line of their own, how often they have been here, the
 * reasons to meet as sentences, and one question to begin with. Everything comes in words; there is
 * no number that rates anybody.
 */
export function PersonCard({
  name,
  headline,
  visit,
  reasons = [],
  question,
  questionLabel,
  actions,
  level = 2,
}: {
  readonly name: string
  readonly headline?: string | undefined
  /** For example `<VisitNumber …/>`. */
  readonly visit?: ReactNode
  readonly reasons?: readonly string[]
  readonly question?: string | undefined
  /** What the question is, for screen readers: 'To begin with'. */
  readonly questionLabel?: string | undefined
  readonly actions?: ReactNode
  /** Of the heading, so that the page's outline stays whole. */
  readonly level?: 1 | 2 | 3
}) {
  const Heading = `h${String(level)}` as 'h1' | 'h2' | 'h3'
  return (
    <article className="grid gap-4 border-t-2 border-ink bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        <Heading dir="auto" className={level === 1 ? 'text-title' : 'text-name'}>
          {name}
        </Heading>
        {headline && (
          <p dir="auto" className="text-lead">
            {headline}
          </p>
        )}
        {visit && <p className="text-small text-muted">{visit}</p>}
      </header>
      {reasons.length > 0 && (
        <ul className="grid gap-1.5">
          {reasons.map((reason) => (
            <li key={reason} dir="auto">
              {reason}
            </li>
          ))}
        </ul>
      )}
      {question && (
        <div className="border-t border-line pt-4">
          {questionLabel && <p className="mb-1 text-small text-muted">{questionLabel}</p>}
          <p dir="auto" className="font-display text-question text-accent">
            {question}
          </p>
        </div>
      )}
      {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </article>
  )
}
