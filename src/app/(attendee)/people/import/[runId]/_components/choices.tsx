import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { CADENCES } from '@/domain/follow-up/cadence'
import { TARGETS } from '@/domain/import/columns'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { choose } from '../_actions'

export type ImportShown = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['import']['show']>>

/** What the columns are, and what becomes of those who come in. */
export function Choices({ run, locale }: { readonly run: ImportShown; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  const { columns, cadence, preferFile, groupId, tag } = run.choices
  const targets = TARGETS.map((value) => ({ value, label: t(`targets.${value}`) }))
  return (
    <details className="border-t border-line pt-4" open={columns.length > 0}>
      <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center font-display text-heading">{t('choicesTitle')}</summary>
      <InlineForm action={choose} className="grid gap-5">
        <input type="hidden" name="runId" value={run.id} />
        <div className="grid gap-5 pt-2 sm:grid-cols-2">
          <Select
            name="cadence"
            label={t('cadence')}
            defaultValue={cadence ?? ''}
            options={[{ value: '', label: t('cadenceNone') }, ...CADENCES.map((value) => ({ value, label: t(`cadences.${value}`) }))]}
          />
          <Select
            name="prefer"
            label={t('prefer')}
            defaultValue={preferFile ? 'file' : 'mine'}
            options={[
              { value: 'mine', label: t('preferMine') },
              { value: 'file', label: t('preferFile') },
            ]}
          />
          {run.groups.length > 0 && (
            <Select
              name="group"
              label={t('group')}
              defaultValue={groupId ?? ''}
              options={[{ value: '', label: t('noGroup') }, ...run.groups.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <Field name="tag" label={t('tag')} defaultValue={tag} maxLength={40} />
        </div>
        {columns.length > 0 && (
          <Section id="columns" title={t('columnsTitle')}>
            <div className="grid gap-4 sm:grid-cols-2">
              {columns.map((column, at) => (
                <Select
                  key={at}
                  name={`column-${String(at)}`}
                  label={column.header.trim() === '' ? t('columnUnnamed', { number: at + 1 }) : t('column', { header: column.header })}
                  defaultValue={column.target}
                  options={targets}
                />
              ))}
            </div>
          </Section>
        )}
        <div>
          <SubmitButton tone="quiet" pending={t('applying')}>
            {t('apply')}
          </SubmitButton>
        </div>
      </InlineForm>
    </details>
  )
}
