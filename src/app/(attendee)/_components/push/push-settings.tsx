import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { api } from '@/trpc/server'
import { choose, turnOffThere } from './_actions'
import { PushSwitch } from './push-switch'

/** Web Push for the viewer, whose address is proved: on this device, on others, and for which of two things. */
export async function PushSettings({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'push')
  const { publicKey, suggestions, meetings, browsers, zone } = await (await api()).push.state()
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
  const wanted = [
    { name: 'suggestions', label: t('wantSuggestions'), checked: suggestions },
    { name: 'meetings', label: t('wantMeetings'), checked: meetings },
  ]
  return (
    <Section id="push" title={t('title')} lead={t('lead')}>
      <PushSwitch
        publicKey={publicKey}
        known={browsers.map(({ hash }) => hash)}
        words={{
          unsupported: t('unsupported'),
          ios: t('ios'),
          denied: t('denied'),
          off: t('off'),
          on: t('on'),
          looking: t('looking'),
          noScript: t('noScript'),
          turnOn: t('turnOn'),
          turnOff: t('turnOff'),
          working: t('working'),
          notNow: t('notNow'),
        }}
      />
      {browsers.length > 0 && (
        <>
          <InlineForm action={choose} className="grid justify-items-start gap-3">
            <fieldset className="grid gap-1">
              <legend className="mb-1 font-semibold">{t('which')}</legend>
              {wanted.map(({ name, label, checked }) => (
                <label key={name} className="flex min-h-[max(2.75rem,44px)] items-center gap-3">
                  <input type="checkbox" name={name} defaultChecked={checked} className="size-6 shrink-0 accent-accent" />
                  <span>{label}</span>
                </label>
              ))}
            </fieldset>
            <SubmitButton tone="quiet" pending={t('saving')}>
              {t('save')}
            </SubmitButton>
          </InlineForm>
          <div className="grid gap-2">
            <h3 className="font-semibold">{t('devices')}</h3>
            <ul className="grid gap-3">
              {browsers.map(({ subscriptionId, at }) => (
                <li key={subscriptionId} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
                  <span id={`browser-${subscriptionId}`}>{t('since', { day: day.format(at) })}</span>
                  <InlineForm action={turnOffThere}>
                    <input type="hidden" name="subscriptionId" value={subscriptionId} />
                    <SubmitButton tone="quiet" pending={t('working')} describedBy={`browser-${subscriptionId}`}>
                      {t('forget')}
                    </SubmitButton>
                  </InlineForm>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
      <p className="max-w-measure text-small text-muted">{t('quiet')}</p>
    </Section>
  )
}
