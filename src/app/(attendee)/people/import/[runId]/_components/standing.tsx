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
  if (ADD + UPDATE === 0 && !joining) return <Notice tone="good">{t('nothingToDo')}</Notice>
  return (
    <InlineForm action={start} className="grid justify-items-start gap-3">
      <input type="hidden" name="runId" value={run.id} />
      <SubmitButton pending={t('starting')}>{t('start', { count: ADD + UPDATE })}</SubmitButton>
    </InlineForm>
  )
}

function Done({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  const { ADD, UPDATE, SAME } = run.counts
  return (
    <div className="grid gap-5">
      <Notice tone="good">{t('done', { added: ADD, changed: UPDATE, same: SAME })}</Notice>
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

/** Where an import stands, and the one thing to do next. */
export function Standing({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  if (run.state === 'PREVIEW') return <Preview run={run} locale={locale} />
  if (run.state === 'DONE') return <Done run={run} locale={locale} />
  if (run.state === 'UNDONE') return <Notice tone="good">{t('undoneNote')}</Notice>
  if (run.state === 'FAILED') return <Notice tone="error">{run.problem ?? t('failed')}</Notice>
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
    </section>
  )
}
