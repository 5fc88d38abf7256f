import { TextArea } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { LONGEST_UPDATE } from '@/domain/update/update-rules'
import { randomText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { api } from '@/trpc/server'
import { removeTakeaway, writeTakeaway } from '../_actions'
import { SmallForm } from './small-form'

/** What people take away from the evening, for those who were there. */
export async function Takeaways({
  eventId,
  mayWrite,
  locale,
}: {
  readonly eventId: string
  /** Whether the viewer's address is proved. */
  readonly mayWrite: boolean
  readonly locale: Locale
}) {
  const { theirs, mine, writing } = await (await api()).update.takeaways({ eventId })
  const t = textOf(locale, 'takeaways')
  if (theirs.length === 0 && mine.length === 0 && (writing === 'OVER' || !mayWrite)) return null
  return (
    <Section id="takeaways" title={t('title')} lead={t('lead')}>
      {theirs.map(({ updateId, authorName, text }) => (
        <Words key={updateId} by={authorName || textOf(locale, 'room')('nameless')} text={text} />
      ))}
      {mine.map(({ updateId, text }) => (
        <div key={updateId} className="grid gap-2">
          <Words by={t('you')} text={text} />
          <SmallForm action={removeTakeaway} fields={{ eventId, updateId }} label={t('remove')} pending={t('removing')} />
        </div>
      ))}
      {writing === 'HIDDEN' && <p className="max-w-measure text-muted">{t('hidden')}</p>}
      {writing === 'OPEN' && mayWrite && (
        // Drawn anew once one is shared, so that it is not there to be shared again.
        <InlineForm key={mine[0]?.updateId ?? 'first'} action={writeTakeaway} className="grid justify-items-start gap-3">
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="nonce" value={randomText(24)} />
          <TextArea
            name="takeaway"
            className="w-full"
            label={t('text')}
            hint={t('hint', { most: LONGEST_UPDATE })}
            maxLength={LONGEST_UPDATE}
            required
            autoComplete="off"
          />
          <SubmitButton tone="quiet" pending={t('sending')}>
            {t('send')}
          </SubmitButton>
        </InlineForm>
      )}
    </Section>
  )
}

function Words({ by, text }: { readonly by: string; readonly text: string }) {
  return (
    <figure className="grid gap-1 border-t border-line pt-4">
      <blockquote dir="auto" className="max-w-measure">
        {text}
      </blockquote>
      <figcaption dir="auto" className="text-small text-muted">
        {by}
      </figcaption>
    </figure>
  )
}
