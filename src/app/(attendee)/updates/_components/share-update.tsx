import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { TextArea } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { LONGEST_UPDATE } from '@/domain/update/update-rules'
import { randomText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { share } from '../_actions'
import type { Own } from '../_lib/updates'

/** 'What I'm working on', and for whom. */
export function ShareUpdate({ own, mayWrite, locale }: { readonly own: Own; readonly mayWrite: boolean; readonly locale: Locale }) {
  const t = textOf(locale, 'updates')
  if (!mayWrite) return <Section id="share" title={t('share')} lead={textOf(locale, 'errors')('proveFirst')}>{null}</Section>
  if (own.people === 0) return <Section id="share" title={t('share')} lead={t('nobodyYet')}>{null}</Section>
  if (own.left === 0) return <Section id="share" title={t('share')} lead={t('weekFull', { count: own.aWeek })}>{null}</Section>
  const groups = own.groups.filter(({ people }) => people > 0)
  return (
    <Section id="share" title={t('share')} lead={t('shareLead', { count: own.aWeek })}>
      {/* Drawn anew once something is shared, so that it is not there to be shared again. */}
      <ActionForm key={own.mine[0]?.updateId ?? 'first'} action={share} submit={t('send')} pending={t('sending')}>
        <input type="hidden" name="nonce" value={randomText(24)} />
        <TextArea
          name="text"
          label={t('text')}
          hint={t('textHint', { most: LONGEST_UPDATE })}
          maxLength={LONGEST_UPDATE}
          rows={3}
          required
          autoComplete="off"
        />
        {groups.length === 0 ? (
          <p className="text-muted">{t('toAll', { count: own.people })}</p>
        ) : (
          <fieldset className="group grid gap-3">
            <legend className="mb-2 font-semibold">{t('to')}</legend>
            <Choice type="radio" name="to" value="PEOPLE" checked>
              {t('toAll', { count: own.people })}
            </Choice>
            <Choice type="radio" name="to" value="GROUPS">
              {t('toGroups')}
            </Choice>
            <fieldset className="grid gap-3 ps-9 group-has-[input[value=PEOPLE]:checked]:hidden">
              <legend className="sr-only">{t('groups')}</legend>
              {groups.map(({ groupId, name, people }) => (
                <Choice key={groupId} type="checkbox" name="group" value={groupId}>
                  {t('group', { name, count: people })}
                </Choice>
              ))}
            </fieldset>
          </fieldset>
        )}
      </ActionForm>
    </Section>
  )
}

function Choice({
  type,
  name,
  value,
  checked = false,
  children,
}: {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly value: string
  readonly checked?: boolean
  readonly children: ReactNode
}) {
  return (
    <label className="flex min-h-[max(2.75rem,44px)] items-center gap-4">
      <input type={type} name={name} value={value} defaultChecked={checked} className="size-5 shrink-0 accent-accent" />
      <span dir="auto">{children}</span>
    </label>
  )
}
