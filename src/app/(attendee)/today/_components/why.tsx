import { distanceBetween } from '@/domain/follow-up/distance'
import { localDate } from '@/domain/follow-up/morning-after'
import { dayInWords, distanceInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import type { Card, Today } from '../_lib/today'

type Frame = Pick<Today, 'date' | 'timeZone'>

function promptLine(prompt: Card['prompts'][number], date: string, locale: Locale): string {
  const t = textOf(locale, 'today')
  const { dueOn, time, eventName } = prompt
  if (eventName !== null) return t('why.event', { event: eventName })
  const day = dueOn === date ? t('why.todayWord') : dayInWords(locale, dueOn, date)
  return t('why.planned', { day, time: time ?? 'none' })
}

/** When they were last in touch, as one would say it. */
function lastLine({ lastAt, lastEvent, prompts }: Card, { date, timeZone }: Frame, locale: Locale): string {
  const t = textOf(locale, 'today')
  if (lastAt === null) return t('why.never')
  const distance = distanceInWords(locale, distanceBetween(date, localDate(lastAt, timeZone)))
  // The evening of a prompt is named above already.
  return lastEvent === null || prompts.some(({ eventName }) => eventName === lastEvent) ? t('why.last', { distance }) : t('why.lastAt', { distance, event: lastEvent })
}

/** Why somebody stands here: what one planned, the evening, the silence. */
export function Why({ card, today, locale }: { readonly card: Card; readonly today: Frame; readonly locale: Locale }) {
  const missed = textOf(locale, 'myCircle')('audit.missedAbout')
  const isPlan = ({ about }: Card['prompts'][number]) => about !== missed
  return (
    <div className="grid gap-1">
      {card.prompts.filter(isPlan).map((prompt) => (
        <p key={prompt.followUpId} dir="auto" className="font-medium">
          {promptLine(prompt, today.date, locale)}
          {prompt.about !== '' && <span className="block font-display text-question text-accent">{prompt.about}</span>}
        </p>
      ))}
      {!card.prompts.every(isPlan) && <p className="text-small text-muted">{missed}</p>}
      <p dir="auto" className="text-small text-muted">
        {lastLine(card, today, locale)}
      </p>
    </div>
  )
}
