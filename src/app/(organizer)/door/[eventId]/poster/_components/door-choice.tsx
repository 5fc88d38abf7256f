import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { chooseDoor } from '../_actions'

interface Props {
  readonly eventId: string
  readonly locale: Locale
}

/** From the changing code to a poster, with what that gives up. */
export function SwitchToPoster({ eventId, locale }: Props) {
  const t = textOf(locale, 'poster')
  return (
    <form action={chooseDoor.bind(null, eventId, { doorMode: 'POSTER' })} className="grid justify-items-start gap-5">
      <h2 className="text-heading">{t('switchTitle')}</h2>
      <p className="max-w-measure">{t('gives')}</p>
      <SubmitButton pending={t('switching')}>{t('switch')}</SubmitButton>
    </form>
  )
}

/** What can be done about a poster that is printed: another one, or none. Each in two steps. */
export function ChangePoster({ eventId, locale }: Props) {
  const t = textOf(locale, 'poster')
  const choices = [
    { key: 'new', choice: { doorMode: 'POSTER', newPoster: true }, title: t('newTitle'), text: t('newText'), sure: t('newSure'), pending: t('making') },
    { key: 'back', choice: { doorMode: 'ROTATING' }, title: t('backTitle'), text: t('backText'), sure: t('backSure'), pending: t('switching') },
  ] as const
  return choices.map(({ key, choice, title, text, sure, pending }) => (
    <details key={key} className="border-t border-line pt-2">
      <summary className="inline-flex min-h-11 items-center underline decoration-1 underline-offset-4">{title}</summary>
      <form action={chooseDoor.bind(null, eventId, choice)} className="grid justify-items-start gap-4 py-3">
        <p className="max-w-measure text-muted">{text}</p>
        <SubmitButton tone="danger" pending={pending}>
          {sure}
        </SubmitButton>
      </form>
    </details>
  ))
}
