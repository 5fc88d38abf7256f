import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as openLink, POST as postLink } from '@/app/(attendee)/rsvp/[token]/route'
import { GET as openTicket } from '@/app/(attendee)/t/[ticket]/route'
import { ticketOf } from '@/server/lib/ticket'
import { rsvpToken } from '@/server/services/rsvp/rsvp-token'
import { NextRequest } from 'next/server'
import { minutesFromNow, PUBLIC_URL, SECRET } from '../factories/moment'
import { testDb } from '../setup/integration'
import { testClock } from '../support/mail'
import { post, useRuntime, visit } from '../support/token-pages'
import { DAY_MINUTES, rowOf, rsvpOf, sayAll, statesOf, toldTo, weekAhead } from './rsvp-callers'

const db = testDb()
const clock = testClock()
beforeEach(() => {
  clock.at = testClock().at
  useRuntime(clock)
})
afterAll(() => {
  globalThis.serendipRuntime = undefined
})

/** Two people, of whom the second waits; the links of each. */
async function twoInLine() {
  const event = await weekAhead()
  const [ada, noor] = await sayAll(event.id, [0, 0])
  if (!ada || !noor) throw new Error('Two people said that they come.')
  const link = async (person: { id: string }, action: 'cancel' | 'confirm') =>
    rsvpToken(SECRET, { rsvpId: (await rowOf(event.id, person)).id, action })
  return { event, ada, noor, link }
}
const open = (token: string) => visit(openLink, '/rsvp', token)
const act = (token: string, body = '') => post(postLink, '/rsvp', token, body)

describe('the link of a mail', () => {
  it('changes nothing when it is opened, as mail scanners do; its button cancels, and the next in line moves up', async () => {
    const { event, ada, noor, link } = await twoInLine()
    const token = await link(ada, 'cancel')
    const page = await open(token)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('You can’t come to Thursday Gathering?')
    expect(await statesOf(event.id, [ada, noor])).toEqual(['GOING', 'WAITLISTED'])
    expect(await (await act(token)).text()).toContain('You’re not coming')
    expect(await (await act(token)).text()).toContain('You’re not coming')
    expect(await statesOf(event.id, [ada, noor])).toEqual(['CANCELLED', 'GOING'])
  })

  it('takes the cancellation back: to the end of the line when the place is gone', async () => {
    const { event, ada, link } = await twoInLine()
    const token = await link(ada, 'cancel')
    await act(token)
    expect(await (await act(token, 'undo=1')).text()).toContain('You’re next in line')
    expect(await statesOf(event.id, [ada])).toEqual(['WAITLISTED'])
    const alone = await weekAhead()
    const [kim] = await sayAll(alone.id, [0])
    const own = rsvpToken(SECRET, { rsvpId: (await rowOf(alone.id, kim ?? ada)).id, action: 'cancel' })
    await act(own)
    expect(await (await act(own, 'undo=1')).text()).toContain('You’re coming')
  })

  it('confirms a place until its deadline', async () => {
    const { event, ada, noor, link } = await twoInLine()
    const token = await link(noor, 'confirm')
    await rsvpOf(ada).cancel({ eventId: event.id })
    expect(await (await open(token)).text()).toMatch(/Say yes until Friday, November 2\d at .*GMT\+1/)
    clock.at = minutesFromNow(DAY_MINUTES)
    expect((await act(token)).status).toBe(410)
    clock.at = minutesFromNow(DAY_MINUTES - 1)
    expect(await (await act(token)).text()).toContain('The place is yours.')
    expect(await rowOf(event.id, noor)).toMatchObject({ state: 'GOING', confirmBy: null })
  })

  it('changes an RSVP ten times an hour at most, and leaves no row of mails that say the same', async () => {
    const event = await weekAhead()
    const [ada] = await sayAll(event.id, [0])
    if (!ada) throw new Error('Ada said that she comes.')
    const token = rsvpToken(SECRET, { rsvpId: (await rowOf(event.id, ada)).id, action: 'cancel' })
    for (let round = 0; round < 5; round++) {
      expect((await act(token)).status).toBe(200)
      expect((await act(token, 'undo=1')).status).toBe(200)
    }
    const refused = await act(token)
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('changed 10 times in an hour')
    expect(await statesOf(event.id, [ada])).toEqual(['GOING'])
    expect(await toldTo(ada)).toEqual(['GOING'])
  })

  it('says plainly that the evening is called off or over', async () => {
    const { event, ada, link } = await twoInLine()
    const token = await link(ada, 'cancel')
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    expect(await (await open(token)).text()).toContain('This evening is called off')
    expect((await act(token)).status).toBe(410)
    clock.at = minutesFromNow(8 * DAY_MINUTES)
    expect(await (await open(token)).text()).toContain('This evening is over.')
  })

  it('is worth nothing when it was changed, and takes forms alone', async () => {
    const { ada, noor, link, event } = await twoInLine()
    const token = await link(ada, 'cancel')
    const other = await link(noor, 'confirm')
    const forged = [token.replace('cancel', 'confirm'), `${token}x`, token.slice(0, -1), 'x', 'a.b.c', other.replace(/^[^.]+/, token.split('.')[0] ?? '')]
    for (const text of forged) {
      expect((await open(text)).status).toBe(404)
      expect((await act(text)).status).toBe(404)
    }
    expect((await post(postLink, '/rsvp', token, '{}', 'application/json')).status).toBe(415)
    expect(await statesOf(event.id, [ada])).toEqual(['GOING'])
  })
})

describe('the page of a ticket', () => {
  const ticketPage = async (ticket: string) => {
    const answer = await openTicket(new NextRequest(`${PUBLIC_URL}/t/${ticket}`), { params: Promise.resolve({ ticket }) })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  it('has the code for the door, name, evening and whom they bring, no address, and no script but the one that keeps it', async () => {
    const event = await weekAhead({ capacity: 3, plusOnes: 2 })
    const [ada] = await sayAll(event.id, [2])
    const row = await rowOf(event.id, ada ?? { id: '' })
    const { text, headers } = await ticketPage(ticketOf(SECRET, row.id))
    for (const part of ['<svg class="qr"', 'Ada Example', 'Thursday Gathering', 'And 2 others', `${row.code.slice(0, 4)}-${row.code.slice(4)}`]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('@example.org')
    const scripts = [...text.matchAll(/<script>(.*?)<\/script>/g)].map(([, script = '']) => script)
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256').update(scripts.join('')).digest('base64')
    expect(headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'; worker-src 'self'`)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
  })

  it.each([
    ['somebody who waits', {}, 'You’re next in line.'],
    ['somebody who cancelled', { cancel: true }, 'This ticket is cancelled.'],
    ['an evening that is called off', { off: true }, 'This evening is called off.'],
  ])('shows no code to %s', async (_who, { cancel = false, off = false }: { cancel?: boolean; off?: boolean }, sentence) => {
    const { event, noor, ada } = await twoInLine()
    const person = off ? ada : noor
    if (cancel) await rsvpOf(noor).cancel({ eventId: event.id })
    if (off) await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    const { text } = await ticketPage(ticketOf(SECRET, (await rowOf(event.id, person)).id))
    expect(text).toContain(sentence)
    expect(text).not.toContain('<svg')
  })

  it('is none for a ticket that nobody has', async () => {
    const { status, text } = await ticketPage('aaaaaaaaaaaaaaaaaaaaaaaaaa')
    expect(status).toBe(404)
    expect(text).toContain('This ticket is not known')
  })
})
