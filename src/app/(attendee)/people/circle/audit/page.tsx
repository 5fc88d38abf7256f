import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { AUDIT_STEPS, type AuditStep } from '@/domain/my-circle/audit'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askPeople } from '../../_lib/ask-people'
import { one, type SearchParams } from '../../_lib/query'
import { ProveFirst } from '../_components/prove-first'
import { answerAudit } from './_actions'
import { Changes } from './_components/changes'
import { Question } from './_components/question'
import { auditPath, readTrail, stepAfter, stepOf, trailFields } from './_lib/trail'

/** Questions whose answer changes something; the others go on by their one button. */
const CHANGING: ReadonlySet<AuditStep> = new Set<AuditStep>(['missed', 'more', 'quiet'])

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'myCircle')('auditTitle'), robots: { index: false } }
}

/** The quarterly look at one's circle: one question a screen, and what has changed at the end. */
export default async function AuditPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { viewer, locale } = await reader()
  const params = await searchParams
  const t = textOf(locale, 'myCircle')
  const back = (
    <Link prefetch={false} href="/people/circle" className="link inline-block py-2.5">
      {t('backToCircle')}
    </Link>
  )
  if (viewer?.email === null) {
    return (
      <Page eyebrow={back} title={t('auditTitle')}>
        <ProveFirst locale={locale} />
      </Page>
    )
  }
  const step = stepOf(one(params['step']))
  const trail = readTrail((name) => one(params[name]))
  const caller = await api()
  if (step === 'done') {
    const changed = await askPeople(caller.myCircle.changed({ missed: [...trail.missed], quiet: [...trail.quiet] }), '/people/circle/audit')
    return (
      <Page eyebrow={back} title={t('audit.doneTitle')} lead={t('audit.doneLead')} action={<ButtonLink href="/people/circle">{t('audit.toCircle')}</ButtonLink>}>
        <Changes changed={changed} trail={trail} locale={locale} />
      </Page>
    )
  }
  const asked = await askPeople(caller.myCircle.audit({ step }), '/people/circle/audit')
  const next = stepAfter(step)
  return (
    <Page eyebrow={<>{back} · {t('audit.step', { step: AUDIT_STEPS.indexOf(step) + 1, last: AUDIT_STEPS.length })}</>} title={t(`audit.${step}Title`)} lead={t(`audit.${step}Lead`)}>
      <ActionForm
        key={step}
        action={answerAudit}
        submit={t(next === 'done' ? 'audit.finish' : 'audit.next')}
        pending={t('saving')}
        aside={
          CHANGING.has(step) && (
            <Link prefetch={false} href={auditPath(next, trail)} className="link inline-block py-2.5">
              {t('audit.skip')}
            </Link>
          )
        }
      >
        <input type="hidden" name="step" value={step} />
        {Object.entries(trailFields(trail)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Question asked={asked} offered={step === 'more' ? await caller.interest.offered() : []} locale={locale} />
      </ActionForm>
    </Page>
  )
}
