import Link from 'next/link'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { textOf, type Locale } from '@/text/translator'
import { putIntoGroup } from '../_actions'

/** The list with boxes to tick: whoever is ticked goes into the group. */
export function Choosing({
  group,
  children,
  locale,
}: {
  readonly group: { readonly groupId: string; readonly name: string }
  readonly children: ReactNode
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  return (
    <ActionForm
      action={putIntoGroup.bind(null, group.groupId)}
      submit={t('putInto', { group: group.name })}
      pending={t('saving')}
      aside={
        <Link prefetch={false} href="/people/groups" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
          {t('cancel')}
        </Link>
      }
    >
      {children}
    </ActionForm>
  )
}
