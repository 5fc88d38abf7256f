import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as personCalendar } from '@/app/(public)/calendar/[secret]/route'
import { GET as seriesFeed } from '@/app/(public)/communities/[slug]/[seriesSlug]/calendar.ics/route'
import { GET as eventFile } from '@/app/(public)/events/[eventId]/calendar.ics/route'
import { GET as eventCard } from '@/app/(public)/events/[eventId]/card.png/route'
import { calendarHashOf, calendarSecretOf } from '@/server/lib/calendar-secret'
import { buildCommunity, buildEvent, buildSeries } from '../factories/community'
import { buildContext } from '../factories/context'
import { NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

const asked = (headers: Record<string, string> = {}) => new NextRequest(PUBLIC_URL, { headers })
const at = <P>(params: P) => ({ params: Promise.resolve(params) })

beforeAll(() => {
  const { clock, secret, publicUrl, live } = buildContext(db, null)
  globalThis.serendipRuntime = { db, clock, secret, publicUrl, live }
  return () => {
    globalThis.serendipRuntime = undefined
  }
})

describe('public calendars over HTTP', () => {
  it('are sent once: 304 until something changes, then another entity tag', async () => {
    const event = await buildEvent(db)
    const ask = (tag?: string) => eventFile(asked(tag === undefined ? {} : { 'if-none-match': tag }), at({ eventId: event.id }))
    const first = await ask()
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{43}"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate')
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    const again = await ask(`"other", W/${tag}`)
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED', sequence: 1, changedAt: NOW } })
    const changed = await ask(tag)
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('STATUS:CANCELLED')
  })

  it('answer 404 with a sentence for what is not there', async () => {
    for (const answer of [
      await eventFile(asked(), at({ eventId: 'evt_none' })),
      await eventFile(asked(), at({ eventId: 'x'.repeat(500) })),
      await seriesFeed(asked(), at({ slug: 'none', seriesSlug: 'none' })),
      await eventCard(asked(), at({ eventId: "'; drop table event" })),
    ]) {
      expect(answer.status).toBe(404)
      expect(await answer.text()).toMatch(/role="alert">[A-Z].+\./)
    }
  })

  it('find a series only in its own community', async () => {
    const [here, there] = [await buildCommunity(db, { slug: 'here' }), await buildCommunity(db, { slug: 'there' })]
    await buildSeries(db, { communityId: there.id, slug: 'fridays' })
    expect((await seriesFeed(asked(), at({ slug: here.slug, seriesSlug: 'fridays' }))).status).toBe(404)
    expect((await seriesFeed(asked(), at({ slug: there.slug, seriesSlug: 'fridays' }))).status).toBe(200)
  })
})

describe('a person’s calendar over HTTP', () => {
  it('is kept by no cache, with or without its ending', async () => {
    const user = await buildUser(db, { calendarVersion: 1 })
    await db.user.update({ where: { id: user.id }, data: { calendarHash: calendarHashOf(SECRET, user.id, 1) } })
    const secret = calendarSecretOf(SECRET, user.id, 1)
    for (const name of [secret, `${secret}.ics`]) {
      const answer = await personCalendar(asked(), at({ secret: name }))
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([200, 'private, no-store', null])
    }
  })

  it('answers a revoked address, and none at all, with the same sentence', async () => {
    const user = await buildUser(db, { calendarVersion: 2 })
    await db.user.update({ where: { id: user.id }, data: { calendarHash: calendarHashOf(SECRET, user.id, 2) } })
    const texts: string[] = []
    for (const secret of [calendarSecretOf(SECRET, user.id, 1), 'never-was.ics']) {
      const answer = await personCalendar(asked(), at({ secret }))
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
      texts.push(await answer.text())
    }
    expect(texts[0]).toContain('It was replaced by a new one')
    expect(texts[0]).toBe(texts[1])
  })
})

describe('pictures over HTTP', () => {
  it('are PNGs whose entity tag goes with what they say', async () => {
    const event = await buildEvent(db)
    const ask = (tag = '') => eventCard(asked({ 'if-none-match': tag }), at({ eventId: event.id }))
    const first = await ask()
    const tag = first.headers.get('etag') ?? ''
    const bytes = Buffer.from(await first.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    expect((await ask(tag)).status).toBe(304)
    await db.event.update({ where: { id: event.id }, data: { venueName: 'Elsewhere' } })
    const moved = await ask(tag)
    expect([moved.status, moved.headers.get('etag') === tag]).toEqual([200, false])
  })
})
