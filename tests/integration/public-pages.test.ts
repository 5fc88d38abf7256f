import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildCommunity, buildEvent, buildSeries } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildGuest } from '../factories/evening'
import { minutesFromNow, PUBLIC_URL } from '../factories/moment'
import { testDb } from '../setup/integration'

const db = testDb()
const visitor = () => createCaller(buildContext(db, null))
const inMinutes = (start: number) => ({ startsAt: minutesFromNow(start), endsAt: minutesFromNow(start + 60) })

async function harbour() {
  const community = await buildCommunity(db, { slug: 'harbour', name: 'Harbour' })
  const series = await buildSeries(db, { communityId: community.id, slug: 'thursdays', description: 'Bring a question.' })
  let made = 0
  const evening = (start: number, overrides: Parameters<typeof buildEvent>[1] = {}) => {
    made += 1
    const recurrenceId = `2026-11-${String(made).padStart(2, '0')}T17:00`
    return buildEvent(db, { communityId: community.id, seriesId: series.id, recurrenceId, ...inMinutes(start), ...overrides })
  }
  return { community, series, evening }
}

describe('what anybody may know', () => {
  it('of an evening: its facts, and nobody who comes or came', async () => {
    const { evening } = await harbour()
    const event = await evening(-30, { description: 'With soup.', capacity: 60 })
    const guest = await buildGuest(db, event.id, { user: { name: 'Guest Guestsson' }, profile: { ask: 'a secret ask' } })
    const { userId } = await buildRsvp(db, { eventId: event.id })
    const shown = await visitor().event.show({ eventId: event.id })
    expect(shown).toMatchObject({
      description: 'With soup.',
      capacity: 60,
      running: true,
      over: false,
      url: `${PUBLIC_URL}/events/${event.id}`,
      community: { name: 'Harbour', slug: 'harbour' },
      series: { description: 'Bring a question.', path: '/communities/harbour/thursdays' },
      next: null,
    })
    const text = JSON.stringify(shown)
    for (const secret of ['Guest Guestsson', 'secret', guest.id, guest.email ?? '', userId, '@', 'sequence', '_count']) {
      expect(text).not.toContain(secret)
    }
  })

  it('of one that is called off or over: which one is the next that takes place', async () => {
    const { evening } = await harbour()
    const over = await evening(-120)
    const off = await evening(60, { status: 'CANCELLED' })
    await evening(120, { status: 'CANCELLED' })
    const next = await evening(180)
    await buildEvent(db, inMinutes(90))
    for (const { id } of [over, off]) {
      expect((await visitor().event.show({ eventId: id })).next?.id).toBe(next.id)
    }
  })

  it('of a series: how often, where, and the evenings to come, those called off included', async () => {
    const { evening } = await harbour()
    await evening(-300)
    const [off, on] = [await evening(60, { status: 'CANCELLED' }), await evening(-30)]
    const shown = await visitor().series.show({ communitySlug: 'harbour', seriesSlug: 'thursdays' })
    expect(shown).toMatchObject({ ruleText: 'every Thursday', startTime: '17:00', venueName: 'The Harbour Hall' })
    expect(shown.events.map(({ id }) => id)).toEqual([on.id, off.id])
    expect(JSON.stringify(shown)).not.toContain('@')
  })

  it('of a community: its series in words and its evenings; the list names the next that takes place', async () => {
    const { evening } = await harbour()
    const off = await evening(60, { status: 'CANCELLED' })
    const next = await evening(120)
    const shown = await visitor().community.show({ slug: 'harbour' })
    expect(shown.series).toMatchObject([{ path: '/communities/harbour/thursdays', ruleText: 'every Thursday' }])
    expect(shown.events.map(({ id }) => id)).toEqual([off.id, next.id])
    await buildCommunity(db, { slug: 'quiet', name: 'Quiet' })
    expect(await visitor().community.list()).toMatchObject([
      { path: '/communities/harbour', next: { id: next.id } },
      { path: '/communities/quiet', next: null },
    ])
    // Neither the postal address, which is for mails, nor any id of the community.
    expect(JSON.stringify(shown)).not.toMatch(/Example Street|com_/)
  })

  it('from search engines: what is real and still to come', async () => {
    const { evening } = await harbour()
    await evening(-300)
    const next = await evening(60)
    const demo = await buildCommunity(db, { slug: 'demo', isDemo: true })
    await buildEvent(db, { communityId: demo.id, ...inMinutes(60) })
    expect((await visitor().community.siteMap()).map(({ url }) => url.slice(PUBLIC_URL.length))).toEqual([
      '/communities/harbour',
      '/communities/harbour/thursdays',
      `/events/${next.id}`,
    ])
  })

  it('is NOT_FOUND for every name that there is not', async () => {
    const { series } = await harbour()
    const { event, community, series: ofSeries } = visitor()
    const answers = await Promise.allSettled([
      event.show({ eventId: 'evt_none' }),
      community.show({ slug: 'none' }),
      ofSeries.show({ communitySlug: 'none', seriesSlug: series.slug }),
      ofSeries.show({ communitySlug: 'harbour', seriesSlug: series.id }),
    ])
    const refused = { status: 'rejected', reason: { code: 'NOT_FOUND' } }
    expect(answers).toMatchObject([refused, refused, refused, refused])
  })
})
