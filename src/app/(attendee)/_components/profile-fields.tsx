import { TextArea } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { InterestPicker } from './interest-picker'

type Caller = Awaited<ReturnType<typeof api>>
type Profile = Awaited<ReturnType<Caller['profile']['mine']>>
type Offered = Awaited<ReturnType<Caller['interest']['offered']>>

/** The longest list of suggestions, for which the picker needs a sentence. */
const FOUND_AT_MOST = 6

/** The part of the form that the first minute and the profile share: interests, ask, offer, starter. */
export function ProfileFields({
  profile,
  offered,
  locale,
}: {
  readonly profile: Pick<Profile, 'ask' | 'offer' | 'starter' | 'interests'>
  readonly offered: Offered
  readonly locale: Locale
}) {
  const t = textOf(locale, 'profile')
  const own = new Set(profile.interests.map(({ slug }) => slug))
  return (
    <>
      <Section id="interests" title={t('interestsTitle')} lead={t('interestsHint')}>
        <InterestPicker
          // New after each save, so that what was added stands among one's own.
          key={[...own].join(' ')}
          mine={profile.interests}
          offered={offered.filter(({ slug }) => !own.has(slug))}
          words={{
            search: t('search'),
            searchHint: t('searchHint'),
            add: t('addWord'),
            unreadable: t('interestUnreadable'),
            found: Array.from({ length: FOUND_AT_MOST + 1 }, (_, count) => t('found', { count })),
          }}
        />
      </Section>
      <Section id="words" title={t('linesTitle')} lead={t('linesHint')}>
        <div className="grid gap-6">
          <TextArea name="ask" label={t('ask')} hint={t('askHint')} defaultValue={profile.ask} maxLength={200} />
          <TextArea name="offer" label={t('offer')} hint={t('offerHint')} defaultValue={profile.offer} maxLength={200} />
          <TextArea
            name="starter"
            label={t('starter')}
            hint={t('starterHint')}
            defaultValue={profile.starter}
            maxLength={200}
          />
        </div>
      </Section>
    </>
  )
}
