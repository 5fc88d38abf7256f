import Link from 'next/link'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { SmallForm } from '../../evening/[eventId]/_components/small-form'
import { close } from '../_actions'
import type { Asks } from '../_lib/asks'

function ToContact({ contactId, name }: { readonly contactId: string | null; readonly name: string }) {
  if (contactId === null) return <span dir="auto">{name}</span>
  return (
    <Link prefetch={false} href={`/people/${contactId}`} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
      {name}
    </Link>
  )
}

/** One's own ask: to how many it went, who can help, and whom one may know oneself. */
export function OwnAsk({ ask, locale }: { readonly ask: Asks['own'][number]; readonly locale: Locale }) {
  const t = textOf(locale, 'ask')
  const state = ask.open ? 'open' : ask.closed ? 'closed' : 'lapsed'
  return (
    <li className="grid gap-2">
      <p dir="auto" className="font-display text-heading">
        {ask.text}
      </p>
      <p dir="auto" className="text-small text-muted">
        {t('wentTo', { count: ask.count, where: ask.communityName ?? t('amongOwn') })}{' '}
        {t(`state.${state}`, { date: dayInWords(ask.expiresAt, locale) })}
      </p>
      {ask.helpers.map((helper) => (
        <div key={helper.contactId ?? helper.name} className="grid gap-1 border-l-4 border-good pl-4">
          <p dir="auto">
            {t('canHelpName')} <ToContact contactId={helper.contactId} name={helper.name || t('nameless')} />
          </p>
          {helper.note && <p dir="auto">{helper.note}</p>}
        </div>
      ))}
      {ask.known.length > 0 && (
        <p dir="auto" className="flex flex-wrap items-center gap-x-3 text-muted">
          {t('known')}
          {ask.known.map(({ contactId, name }) => (
            <ToContact key={contactId} contactId={contactId} name={name || t('nameless')} />
          ))}
        </p>
      )}
      {ask.open && <SmallForm action={close} fields={{ askId: ask.askId }} label={t('close')} pending={t('sending')} />}
    </li>
  )
}
