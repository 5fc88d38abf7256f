import { textOf, type Locale } from '@/text/translator'

/** Says that phones cannot open the address that the code leads to, and how to mend it. */
export function Unreachable({
  reach,
  url,
  better,
  locale,
}: {
  readonly reach: 'REACHABLE' | 'THIS_MACHINE' | 'LOCAL_NAME'
  readonly url: string
  readonly better: string
  readonly locale: Locale
}) {
  if (reach === 'REACHABLE') return null
  const t = textOf(locale, 'doorScreen')
  return (
    <p role="alert" className="flex gap-3 border-l-4 border-warn bg-raised px-4 py-3">
      <span aria-hidden="true" className="font-semibold text-warn">
        !
      </span>
      {t(reach === 'THIS_MACHINE' ? 'thisMachine' : 'localName', { url, better })}
    </p>
  )
}
