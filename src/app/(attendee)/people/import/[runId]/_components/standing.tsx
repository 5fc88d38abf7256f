import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { InlineForm } from '@/components/ui/inline-form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { start, undo } from '../_actions'
import type { ImportShown } from './choices'
import { Progress } from './progress'

function Preview({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  const { ADD, UPDATE } = run.counts
  const joining = run.choices.groupId !== null
  if (ADD + UPDATE === 0 && !joining) return (
    <div className="grid gap-5">
      <Notice tone="good">{t('nothingToDo')}</Notice>
      <Another locale={locale} />
    </div>
  )
  return (
    <InlineForm action={start} className="grid justify-items-start gap-3">
      <input type="hidden" name="runId" value={run.id} />
      <SubmitButton pending={t('starting')}>{t('start', { count: ADD + UPDATE })}</SubmitButton>
    </InlineForm>
  )
}

function Done({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  return (
    <div className="grid gap-5">
      <Notice tone="good">{t('done')}</Notice>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/people">{t('toPeople')}</ButtonLink>
        <ButtonLink href="/people/duplicates" tone="quiet">
          {t('duplicates')}
        </ButtonLink>
      </div>
      {run.lines.length > 0 && (
        <InlineForm action={undo} className="grid justify-items-start gap-3">
          <input type="hidden" name="runId" value={run.id} />
          <p className="max-w-measure text-small text-muted">{t('undoHint')}</p>
          <SubmitButton tone="quiet" pending={t('undoing')}>
            {t('undo')}
          </SubmitButton>
        </InlineForm>
      )}
    </div>
  )
}

/** After taking back: how many went, and who stays, since their owner has done something with them. */
function Undone({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  return (
    <div className="grid gap-5">
      <Notice tone="good">{t('undoneNote', { count: run.counts.ADD - run.stayed })}</Notice>
      {run.stayed > 0 && <p className="max-w-measure">{t('stayed', { count: run.stayed })}</p>}
      {run.stayed > 0 && (
        <ul className="grid">
          {run.lines.map(({ contactId, name }) => (
            <li key={contactId}>
              <Link prefetch={false} href={`/people/${contactId ?? ''}`} dir="auto" className="link inline-flex min-h-[max(2.75rem,44px)] items-center wrap-anywhere">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Another locale={locale} />
    </div>
  )
}

function Another({ locale }: { readonly locale: Locale }) {
  return (
    <div>
      <ButtonLink href="/people/import" tone="quiet">
        {textOf(locale, 'imports')('another')}
      </ButtonLink>
    </div>
  )
}

/** Where an import stands, and the one thing to do next. */
export function Standing({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  if (run.state === 'PREVIEW') return <Preview run={run} locale={locale} />
  if (run.state === 'DONE') return <Done run={run} locale={locale} />
  if (run.state === 'UNDONE') return <Undone run={run} locale={locale} />
  if (run.state === 'FAILED') {
    return (
      <div className="grid gap-5">
        <Notice tone="error">{run.problem ?? t('failed')}</Notice>
        <Another locale={locale} />
      </div>
    )
  }
  return (
    <section className="grid gap-3">
      <Progress
        runId={run.id}
        version={`${run.state}:${String(run.done)}`}
        done={run.done}
        rows={run.rows}
        words={{ label: t('running', { done: run.done, rows: run.rows }), offline: t('offline') }}
      />
      <p className="max-w-measure text-muted">{t('runningHint')}</p>
      <noscript>
        <a href={`/people/import/${run.id}`} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
          {t('reload')}
        </a>
      </noscript>
    </section>
  )
}
