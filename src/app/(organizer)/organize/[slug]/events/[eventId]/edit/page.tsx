import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Field, TextArea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { PlacesFields } from '../../../../../_components/places-fields'
import { ask } from '../../../../../_lib/ask'
import { eveningSpan } from '../../../../../_lib/when'
import { changeEvent } from './_actions'

interface Props {
  readonly params: Promise<{ slug: string; eventId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'eventChange')('title') }
}

/** Changes one evening alone; its series leaves it alone from then on. */
export default async function ChangeEventPage({ params, searchParams }: Props) {
  const { slug, eventId } = await params
  const query = await searchParams
  const path = `/organize/${slug}/events/${eventId}`
  const caller = await api()
  const event = await ask(caller.event.toChange({ eventId }), `${path}/edit`)
  if (event.community.slug !== slug) notFound()
  const { locale } = await reader()
  const t = textOf(locale, 'eventChange')
  const s = textOf(locale, 'series')
  const stored: Readonly<Record<string, string>> = {
    name: event.name,
    description: event.description,
    date: event.startsAtLocal.slice(0, 10),
    time: event.startsAtLocal.slice(11),
    duration: String(event.durationMinutes),
    venueName: event.venueName,
    venueAddress: event.venueAddress,
    rsvpMode: event.rsvpMode,
    capacity: event.capacity === null ? '' : String(event.capacity),
    plusOnes: String(event.plusOnes),
  }
  const read = (name: string) => {
    const typed = query[name]
    return typeof typed === 'string' ? typed : (stored[name] ?? '')
  }
  const seen = read('sequence')
  const isOther = read('meanwhile') !== '' || (seen !== '' && seen !== String(event.sequence))
  const zone = event.timeZone.replaceAll('_', ' ')
  return (
    <Page
      title={t('title')}
      eyebrow={
        <Link prefetch={false} href={path} className="link inline-block py-3">
          {eveningSpan(event, locale)}
        </Link>
      }
      lead={t('lead')}
    >
      {isOther && (
        <Notice tone="warn">
          <div id="meanwhile" className="grid gap-2">
            <p>{s('eventMeanwhile')}</p>
            <p dir="auto" className="font-display text-question">
              {event.name}, {eveningSpan(event, locale)}
            </p>
            <p dir="auto">{[event.venueName, event.venueAddress, event.description].filter(Boolean).join(' · ')}</p>
          </div>
        </Notice>
      )}
      {event.ended && <Notice tone="warn">{s('eventOver')}</Notice>}
      <ActionForm action={changeEvent.bind(null, { path, eventId })} submit={t('save')} pending={t('saving')}>
        <input type="hidden" name="sequence" value={event.sequence} />
        <input type="hidden" name="meanwhile" value={isOther ? '1' : ''} />
        <fieldset className="grid gap-5">
          <legend className="mb-4 font-display text-heading">{s('what')}</legend>
          <Field name="name" label={s('name')} defaultValue={read('name')} required maxLength={120} />
          <TextArea
            name="description"
            label={t('description')}
            hint={t('descriptionHint')}
            defaultValue={read('description')}
            maxLength={2000}
          />
        </fieldset>
        <fieldset className="grid gap-5 sm:grid-cols-2">
          <legend className="mb-4 font-display text-heading">{s('when')}</legend>
          <Field name="date" type="date" label={t('date')} defaultValue={read('date')} required min="2000-01-01" max="2100-12-31" />
          <Field name="time" type="time" label={s('time')} defaultValue={read('time')} required />
          <Field
            name="duration"
            type="number"
            inputMode="numeric"
            label={t('duration')}
            defaultValue={read('duration')}
            required
            min={5}
            max={10_080}
          />
          <p className="text-small text-muted sm:col-span-2">{t('zone', { zone })}</p>
        </fieldset>
        <fieldset className="grid gap-5">
          <legend className="mb-4 font-display text-heading">{s('where')}</legend>
          <Field name="venueName" label={s('venueName')} defaultValue={read('venueName')} maxLength={120} />
          <Field name="venueAddress" label={s('venueAddress')} defaultValue={read('venueAddress')} maxLength={300} />
        </fieldset>
        <PlacesFields text={read} lead={t('placesLead', { taken: event.taken })} locale={locale} />
        {event.series && event.recurrenceId && (
          <p className="max-w-measure text-muted">
            {t('allLater')}{' '}
            <Link
              prefetch={false}
              className="link inline-block py-3"
              href={`/organize/${slug}/series/${event.series.id}/edit?date=${event.recurrenceId.slice(0, 10)}`}
            >
              {t('allLaterLink')}
            </Link>
          </p>
        )}
      </ActionForm>
    </Page>
  )
}
