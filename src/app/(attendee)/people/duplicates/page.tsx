import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { InlineForm } from '@/components/ui/inline-form'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { mergeAllSure } from './_actions'
import { Merges } from './_components/merges'
import { Pair } from './_components/pair'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'duplicates')('title') }
}

/** Entries of one's list that may be one person: merged with one tap, or said to be two, and taken back. */
export default async function DuplicatesPage() {
  const { viewer, locale } = await reader()
  if (typeof viewer?.email !== 'string') redirect('/sign-in?next=/people/duplicates')
  const { pairs, total, sure, merges } = await (await api()).duplicate.list()
  const t = textOf(locale, 'duplicates')
  const [latest, ...earlier] = merges
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href="/people" className="link inline-block py-2.5">
          {t('toPeople')}
        </Link>
      }
      title={t('title')}
      lead={t('lead')}
    >
      {latest && <Merges id="latest" merges={[latest]} locale={locale} />}
      {sure > 0 && (
        <Section id="sure" title={t('sureTitle', { count: sure })} lead={t('sureHint')}>
          <InlineForm action={mergeAllSure} className="grid justify-items-start gap-3">
            <SubmitButton pending={t('merging')}>{t('mergeSure')}</SubmitButton>
          </InlineForm>
        </Section>
      )}
      {pairs.length > 0 ? (
        <Section id="pairs" title={t('pairsTitle')} lead={pairs.length < total ? t('pairsOf', { shown: pairs.length, total }) : undefined}>
          {pairs.map((pair) => (
            <Pair key={`${pair.keep.contactId} ${pair.gone.contactId}`} pair={pair} locale={locale} />
          ))}
        </Section>
      ) : (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink href="/people" tone="quiet">
              {t('toPeople')}
            </ButtonLink>
          }
        >
          {t('noneHint')}
        </EmptyState>
      )}
      {earlier.length > 0 && (
        <Section id="merges" title={t('mergesTitle')}>
          <Merges id="earlier" merges={earlier} locale={locale} />
        </Section>
      )}
    </Page>
  )
}
