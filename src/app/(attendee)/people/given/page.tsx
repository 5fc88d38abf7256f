import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { dayInWords } from '@/text/day-in-words'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'given')('title'), robots: { index: false } }
}

/** A part of the log: nothing where there is nothing to say. */
function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul className="grid gap-3">{children}</ul>
    </Section>
  )
}

/** What the reader gave and got, in plain words, for their eyes alone. */
export default async function GivenPage() {
  const { viewer, locale } = await reader()
  if (!viewer) redirect('/sign-in?next=/people/given')
  const log = await (await api()).introduction.given()
  const t = textOf(locale, 'given')
  const nameOf = (name: string) => name || t('nameless')
  const line = (key: string, text: string, at: Date | null) => (
    <li key={key} className="grid gap-0.5">
      <p dir="auto">{text}</p>
      {at && <p className="text-small text-muted">{dayInWords(at, locale)}</p>}
    </li>
  )
  const empty = log.made.length + log.helped.length + log.met.length + log.helpers.length === 0
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href="/people" className="link inline-block py-2.5">
          {t('back')}
        </Link>
      }
      title={t('title')}
      lead={t('lead')}
    >
      {empty && (
        <EmptyState title={t('emptyTitle')} action={<ButtonLink href="/introductions/new">{t('first')}</ButtonLink>}>
          {t('empty')}
        </EmptyState>
      )}
      <Part id="together" title={t('broughtTogether', { count: log.broughtTogether })}>
        {log.made.map(({ key, oneName, otherName, at }) => line(key, t('pair', { one: nameOf(oneName), other: nameOf(otherName) }), at))}
      </Part>
      <Part id="helped" title={t('helpedWith', { count: log.helpedWith })}>
        {log.helped.map(({ key, name, text, at }) => line(key, t('helpedLine', { name: nameOf(name), text }), at))}
      </Part>
      <Part id="met" title={t('gotToKnow', { count: log.gotToKnow })}>
        {log.met.map(({ key, byName, otherName, at }) => line(key, t('metLine', { by: nameOf(byName), other: nameOf(otherName) }), at))}
      </Part>
      <Part id="helpers" title={t('helpedBy', { count: log.helpedBy })}>
        {log.helpers.map(({ key, name, text, at }) => line(key, t('helpersLine', { name: nameOf(name), text }), at))}
      </Part>
    </Page>
  )
}
