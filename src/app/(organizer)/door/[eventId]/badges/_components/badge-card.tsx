import { nameSize } from '@/domain/badges/name-size'
import { BADGE_FORMATS, type BadgeFormatName } from '@/domain/badges/formats'
import { QrCode } from '@/components/ui/qr-code'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'

export type Badge = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['badge']['list']>>['badges'][number]

interface Look {
  readonly format: BadgeFormatName
  /** Above the name: where one is. */
  readonly heading: string
  readonly locale: Locale
}

/** What is worn: name, visit number, interests, and the pass for 'we met'. */
export function BadgeCard({ badge, format, heading, locale }: Look & { readonly badge: Badge }) {
  const t = textOf(locale, 'badges')
  const name = badge.name || t('nameless')
  return (
    <div className="badge">
      <p dir="auto" className="badge-heading">
        {heading}
      </p>
      <p dir="auto" className="badge-name" data-size={nameSize(name, BADGE_FORMATS[format].name)}>
        {name}
      </p>
      <div className="badge-about">
        {badge.visitNumber !== null && <p className="badge-visit">{t('visit', { count: badge.visitNumber })}</p>}
        {badge.interests.length > 0 && (
          <ul className="badge-interests">
            {badge.interests.map((label) => (
              <li key={label} dir="auto">
                {label}
              </li>
            ))}
          </ul>
        )}
      </div>
      {badge.pass && (
        <div className="badge-code">
          <QrCode drawing={badge.pass} title={t('passOf', { name })} />
          <p>{t('met')}</p>
        </div>
      )}
    </div>
  )
}

/** What is handed over and not worn: whoever holds it can take the evening over. */
export function SlipCard({ name: given, slip, heading, locale }: Omit<Look, 'format'> & { readonly name: string; readonly slip: NonNullable<Badge['slip']> }) {
  const t = textOf(locale, 'badges')
  const name = given || t('nameless')
  return (
    <div className="badge badge-slip">
      <p dir="auto" className="badge-heading">
        {heading}
      </p>
      <p className="badge-yours">{t('slipTitle')}</p>
      <div className="badge-about">
        <p dir="auto" className="badge-for">
          {t('slipFor', { name })}
        </p>
      </div>
      <div className="badge-code">
        <QrCode drawing={slip} title={t('slipOf', { name })} />
      </div>
    </div>
  )
}

/** An empty one, with a line to write on. */
export function BlankCard({ heading }: { readonly heading: string }) {
  return (
    <div className="badge">
      <p dir="auto" className="badge-heading">
        {heading}
      </p>
      <div className="badge-line" />
    </div>
  )
}
