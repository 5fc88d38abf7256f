import Link from 'next/link'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Cadence } from '@/domain/follow-up/cadence'
import { textOf, type Locale } from '@/text/translator'
import { CadenceSelect } from '../../_components/cadence-select'
import { changeGroup, removeGroup } from '../_actions'

/** One of one's groups: who is in it, how often, and what can be changed. */
export function GroupEntry({
  group: { groupId, name, cadence, members },
  locale,
}: {
  readonly group: { readonly groupId: string; readonly name: string; readonly cadence: Cadence | null; readonly members: number }
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const link = 'link inline-flex min-h-[max(2.75rem,44px)] items-center'
  return (
    <li className="grid gap-1 border-t border-line pt-4 pb-2">
      <h2 dir="auto" className="text-heading">
        {name}
      </h2>
      <p className="text-muted">
        {t('groupMembers', { count: members })} · {cadence === null ? t('cadenceOfOthers') : t(`cadence.${cadence}`)}
      </p>
      <p className="flex flex-wrap gap-x-6">
        {members > 0 && (
          <Link prefetch={false} href={`/people?group=${groupId}&sort=name`} className={link}>
            {t('groupShow')}
            <span className="sr-only">: {name}</span>
          </Link>
        )}
        <Link prefetch={false} href={`/people?to=${groupId}&sort=name`} className={link}>
          {t('groupFill')}
          <span className="sr-only">: {name}</span>
        </Link>
      </p>
      <details>
        <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center text-small">
          <span dir="auto">{t('groupChange', { group: name })}</span>
        </summary>
        <div className="grid gap-6 pt-2 pb-4">
          <InlineForm action={changeGroup.bind(null, groupId)} className="grid justify-items-start gap-4">
            <Field id={`name-${groupId}`} name="name" label={t('groupName')} defaultValue={name} maxLength={60} required autoComplete="off" className="w-full" />
            <CadenceSelect id={`cadence-${groupId}`} label={t('groupCadence')} inherit={t('cadenceOfOthers')} value={cadence} locale={locale} />
            <SubmitButton tone="quiet" pending={t('saving')}>
              {t('save')}
            </SubmitButton>
          </InlineForm>
          <InlineForm action={removeGroup.bind(null, groupId)} className="grid justify-items-start gap-3">
            <p className="text-small text-muted">{t('groupRemoveLead')}</p>
            <SubmitButton tone="danger" pending={t('removing')}>
              {t('groupRemove')}
            </SubmitButton>
          </InlineForm>
        </div>
      </details>
    </li>
  )
}
