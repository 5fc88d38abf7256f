import Link from 'next/link'
import { textOf, type Locale } from '@/text/translator'
import { api } from '@/trpc/server'

/** One line that offers the quarterly look, while it is due; for somebody whose address is proved. */
export async function AuditLine({ locale }: { readonly locale: Locale }) {
  if (!(await (await api()).myCircle.auditDue())) return null
  return (
    <p>
      <Link prefetch={false} href="/people/circle/audit" className="link inline-block py-2.5">
        {textOf(locale, 'myCircle')('auditLine')}
      </Link>
    </p>
  )
}
