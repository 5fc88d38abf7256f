import { describe, expect, it } from 'vitest'
import { renderMail } from './render-mail'
import { TEMPLATES, type TemplateKind } from './templates'
import type { EventMailProps } from './templates/event'
import type { IntroductionMailProps } from './templates/introduction'

const HOSTILE = '<script>alert(1)</script> "x" \r\nBcc: eve@example.org\u202E <img src=https://evil.example/p.png>'
const url = (path: string) => `https://meet.example.org/${path}`

/** A place to confirm, unless something else is given. */
function eventMail(overrides: Partial<EventMailProps>): EventMailProps {
  return {
    what: 'PROMOTED',
    eventName: 'Thursday Gathering',
    communityName: 'Venture Club',
    postalAddress: 'Main Street 1, Berlin',
    when: 'Thursday, November 26, 5:00 – 8:00 PM',
    where: 'The Harbour Hall',
    changes: [],
    plusOnes: 0,
    place: 0,
    waiting: false,
    confirmUntil: 'Wednesday 5:00 PM',
    confirmUrl: url('rsvp/yes'),
    ticketUrl: url('t/abc'),
    cancelUrl: url('rsvp/no'),
    calendarUrl: url('events/1/calendar.ics'),
    eventUrl: url('events/1'),
    unsubscribeUrl: url('unsubscribe/t'),
    ...overrides,
  }
}

/** Somebody whom the reader may meet, unless something else is given. */
function introductionMail(overrides: Partial<IntroductionMailProps>): IntroductionMailProps {
  return {
    what: 'PROPOSED',
    name: 'Ada Lovelace',
    by: 'Bela Novak',
    other: 'Chioma Obi',
    headline: 'Boat builder',
    reason: 'You both sail.',
    text: '',
    why: [],
    details: [],
    gave: [],
    line: '',
    until: 'December 22',
    url: url('introduction/abc'),
    communityName: 'Venture Club',
    postalAddress: 'Main Street 1, Berlin',
    unsubscribeUrl: url('unsubscribe/t'),
    ...overrides,
  }
}

/** Somebody to write to, with everything that can be known of them. */
const BELA = {
  name: 'Bela Novak',
  why: ['You offered to repair bicycles.'],
  note: 'Keeps bees.\nAsk about the hive.',
  myPromise: 'To send the recipe',
  theirPromise: 'To bring honey',
  draft: 'Good to have met you.',
  doneUrl: url('follow-up/1'),
  laterUrl: url('follow-up/2'),
  notNeededUrl: url('follow-up/3'),
}
const OF_BELA = ['Bela Novak', 'You offered to repair bicycles.', 'Keeps bees.', 'To send the recipe', 'To bring honey', 'Good to have met you.']
const EVE = {
  ...BELA,
  name: HOSTILE,
  why: [HOSTILE, HOSTILE],
  note: HOSTILE,
  myPromise: HOSTILE,
  theirPromise: HOSTILE,
  draft: HOSTILE,
}
const WAYS = {
  introductionsUrl: url('introductions'),
  asksUrl: url('asks'),
  todayUrl: url('today'),
  settingsUrl: url('settings'),
  unsubscribeUrl: url('unsubscribe/t'),
}

/** Ordinary and hostile props of every kind: a kind without an entry here does not compile. */
const PROPS: Record<TemplateKind, { ordinary: unknown; hostile: unknown; markers: readonly string[] }> = {
  SIGN_IN: {
    ordinary: { name: 'Ada Lovelace', code: '012345', link: url('sign-in/confirm?token=abc'), minutes: 15 },
    hostile: { name: HOSTILE, code: '012345', link: url('x'), minutes: 15, eventName: HOSTILE.slice(0, 120) },
    markers: ['012345', '15 minutes'],
  },
  MORNING_AFTER: {
    ordinary: {
      name: 'Ada',
      eventName: 'Thursday Gathering',
      communityName: 'Venture Club',
      postalAddress: 'Main Street 1, Berlin',
      met: [BELA],
      takeaways: [{ from: 'Dora', text: 'Bees dance.' }],
      takeawayUrl: url('evening#takeaways'),
      missed: [{ name: 'Chioma Obi', reason: 'You both wrote about sailing.' }],
      eveningUrl: url('evening'),
      unsubscribeUrl: url('unsubscribe/t'),
    },
    hostile: {
      name: HOSTILE,
      eventName: HOSTILE,
      communityName: HOSTILE,
      postalAddress: HOSTILE,
      met: [EVE],
      takeaways: [{ from: HOSTILE, text: HOSTILE }],
      takeawayUrl: url('evening#takeaways'),
      missed: [{ name: HOSTILE, reason: HOSTILE }],
      eveningUrl: url('evening'),
      unsubscribeUrl: url('unsubscribe/t'),
    },
    markers: [
      ...OF_BELA,
      'Chioma Obi',
      'Bees dance.',
      'Share one thing that you take away',
      'Main Street 1, Berlin',
    ],
  },
  REMINDER: {
    ordinary: {
      eventName: 'Thursday Gathering',
      communityName: 'Venture Club',
      postalAddress: 'Main Street 1, Berlin',
      open: [BELA],
      todayUrl: url('today'),
      unsubscribeUrl: url('unsubscribe/t'),
    },
    hostile: {
      eventName: HOSTILE,
      communityName: HOSTILE,
      postalAddress: HOSTILE,
      open: [EVE],
      todayUrl: url('today'),
      unsubscribeUrl: url('unsubscribe/t'),
    },
    markers: [...OF_BELA, 'Main Street 1, Berlin', 'not again'],
  },
  DIGEST: {
    ordinary: {
      ...WAYS,
      name: 'Ada',
      weekly: true,
      due: [BELA],
      moreDue: 2,
      four: [{ ...BELA, name: 'Dora Lind' }],
      introductions: [{ from: 'Emil would like to introduce you to Fay', text: 'You both sail.' }],
      asks: [{ from: 'Gus', text: 'A plumber?' }],
      updates: [{ from: 'Hana', text: 'A film about bees.', muteUrl: url('mute/1') }],
      communityName: 'Venture Club',
      postalAddress: 'Main Street 1, Berlin',
    },
    hostile: {
      ...WAYS,
      name: HOSTILE,
      weekly: false,
      due: [EVE],
      moreDue: 0,
      four: [EVE],
      introductions: [{ from: HOSTILE, text: HOSTILE }],
      asks: [{ from: HOSTILE, text: HOSTILE }],
      updates: [{ from: HOSTILE, text: HOSTILE, muteUrl: url('mute/1') }],
      communityName: HOSTILE,
      postalAddress: HOSTILE,
    },
    markers: [...OF_BELA, 'Dora Lind', 'You both sail.', 'A plumber?', 'A film about bees.', url('mute/1'), '2 more', 'Main Street 1, Berlin'],
  },
  EVENT: {
    ordinary: eventMail({}),
    hostile: eventMail({
      what: 'CHANGED',
      eventName: HOSTILE,
      communityName: HOSTILE,
      postalAddress: HOSTILE,
      where: HOSTILE,
      changes: [{ label: 'where', was: HOSTILE, now: HOSTILE }],
    }),
    markers: ['Thursday Gathering', 'Thursday, November 26', 'The Harbour Hall', 'until Wednesday 5:00', 'Main Street 1, Berlin'],
  },
  INTRODUCTION: {
    ordinary: introductionMail({}),
    hostile: introductionMail({
      what: 'ASKED',
      name: HOSTILE,
      by: HOSTILE,
      other: HOSTILE,
      headline: HOSTILE,
      reason: HOSTILE,
      text: HOSTILE,
      why: [HOSTILE],
      communityName: HOSTILE,
      postalAddress: HOSTILE,
    }),
    markers: ['Chioma Obi', 'Boat builder', 'You both sail.', 'Bela Novak', 'introduction/abc', 'Main Street 1, Berlin'],
  },
}

/** Elements that never hold anything. */
const VOID = new Set(['br', 'meta', 'hr', 'img', 'link'])

/** The texts of a mail's body, each with the styles of the elements around it; without what is not shown. */
function textsOf(html: string): { text: string; styles: string[] }[] {
  const found: { text: string; styles: string[] }[] = []
  const open: string[] = []
  for (const [token, end, tag] of html.slice(html.indexOf('<body')).matchAll(/<!--.*?-->|<(\/?)(\w+)[^>]*>|[^<]+/gs)) {
    if (end === '/') open.pop()
    else if (tag !== undefined && !VOID.has(tag)) open.push(token)
    else if (tag === undefined && !token.startsWith('<') && token.trim() !== '') found.push({ text: token, styles: [...open] })
  }
  return found.filter(({ styles }) => !styles.some((style) => style.includes('display:none')))
}

const kinds = Object.keys(TEMPLATES) as TemplateKind[]

describe.each(kinds)('the mail %s', (kind) => {
  it('says the same in HTML and in plain text', async () => {
    const { subject, html, text } = await renderMail(kind, PROPS[kind].ordinary, 'en')
    expect(subject.length).toBeGreaterThan(5)
    for (const marker of PROPS[kind].markers) {
      expect(html).toContain(marker)
      expect(text).toContain(marker)
    }
    expect(text).not.toMatch(/<\w/)
  })

  it('has its subject for a title', async () => {
    const { subject, html } = await renderMail(kind, PROPS[kind].ordinary, 'en')
    expect([...html.matchAll(/<title>(.*?)<\/title>/gs)].map(([, title]) => title)).toEqual([subject])
  })

  it('loads nothing and counts nobody', async () => {
    const { html } = await renderMail(kind, PROPS[kind].ordinary, 'en')
    expect(html).not.toMatch(/<(img|script|iframe|object|video|audio)|<link|url\(|@import|@font-face/i)
  })

  it('keeps what people wrote from becoming markup or headers', async () => {
    const { subject, html } = await renderMail(kind, PROPS[kind].hostile, 'en')
    expect(html).not.toMatch(/<script|<img/i)
    expect(subject).not.toMatch(/[\p{Cc}\u202E]/u)
    expect(Array.from(subject).length).toBeLessThanOrEqual(150)
  })

  it('fits a narrow screen and darkens with the system', async () => {
    const { html } = await renderMail(kind, PROPS[kind].ordinary, 'en')
    expect(html).toContain('prefers-color-scheme:dark')
    // What has a light background of its own needs a class by which the dark one reaches it.
    const painted = [...html.matchAll(/<\w+[^>]*style="[^"]*background-color[^"]*"[^>]*>/g)].map(([tag]) => tag)
    expect(painted.length).toBeGreaterThan(1)
    expect(painted.filter((tag) => !/class="(paper|button)"/.test(tag))).toEqual([])
    expect(html).not.toMatch(/(?<!max-)width:\s*(3[3-9]\d|[4-9]\d\d)px/)
  })

  it('breaks words without end, so that it stays as wide as the screen', async () => {
    const { html } = await renderMail(kind, PROPS[kind].hostile, 'en')
    const texts = textsOf(html)
    expect(texts.length).toBeGreaterThan(4)
    const wraps = (style: string) => /overflow-wrap:\s?anywhere/.test(style) && /word-break:\s?break-word/.test(style)
    expect(texts.filter(({ text, styles }) => /[\p{L}\p{N}]/u.test(text) && !styles.some(wraps))).toEqual([])
    const tables = html.match(/<table[^>]*>/g) ?? []
    expect(tables.filter((table) => !/table-layout:\s?fixed/.test(table))).toEqual([])
  })

  it('can be switched off from within, unless it is for signing in', async () => {
    const { html, text } = await renderMail(kind, PROPS[kind].ordinary, 'en')
    expect(html.includes(url('unsubscribe/t'))).toBe(kind !== 'SIGN_IN')
    expect(text.includes(url('unsubscribe/t'))).toBe(kind !== 'SIGN_IN')
  })

  it('refuses props of another shape', async () => {
    await expect(renderMail(kind, { name: 'Ada' }, 'en')).rejects.toThrow()
  })
})

describe('what a mail says', () => {
  const link = url('sign-in/confirm?token=abc')

  it('carries the link and the code in both forms', async () => {
    const { html, text } = await renderMail('SIGN_IN', { name: 'Ada', code: '123456', link, minutes: 15 }, 'en')
    expect(html).toContain(`href="${link}"`)
    expect(text).toContain(link)
    expect(text).toContain('Hello Ada')
  })

  it('says to a guest of a door what it is for, which is not what was asked for', async () => {
    const props = { name: 'Ada', code: '123456', link, minutes: 15, eventName: 'Open Table' }
    const { subject, text } = await renderMail('SIGN_IN', props, 'en')
    expect(subject).toBe('You’re in at Open Table: your own page')
    expect(text).toContain('You checked in at Open Table.')
    expect(text).toContain(`go to ${url('sign-in')} and type this code there`)
    expect(text.match(/\b\d{6}\b/g)).toEqual(['123456'])
    expect(text).not.toMatch(/where you were asked|typed to sign in/)
  })

  it('writes one action a line in plain text, and sets people apart', async () => {
    const { text } = await renderMail('MORNING_AFTER', PROPS.MORNING_AFTER.ordinary, 'en')
    expect(text).toContain('\n\n\nBela Novak\n\nYou offered to repair bicycles.\n\nYour note\nKeeps bees.')
    const actions = `I wrote: ${url('follow-up/1')}\nLater: ${url('follow-up/2')}\nNot needed: ${url('follow-up/3')}`
    expect(text).toContain(`\n\n${actions}\n\n`)
  })

  it('says once what to do without an address', async () => {
    const { text } = await renderMail('MORNING_AFTER', PROPS.MORNING_AFTER.ordinary, 'en')
    expect(text.split('No address of theirs?')).toHaveLength(2)
  })

  it('keeps the line ends of a note', async () => {
    const { text } = await renderMail('MORNING_AFTER', PROPS.MORNING_AFTER.ordinary, 'en')
    expect(text).toContain('Keeps bees.\nAsk about the hive.')
  })

  it.each(['evil.example', 'code 654321', 'see https://evil.example', 'win@evil.example', 'x'.repeat(61)])(
    'does not greet with %j, which a stranger may have typed',
    async (name) => {
      const { html, text } = await renderMail('SIGN_IN', { name, code: '123456', link, minutes: 15 }, 'en')
      expect(html + text).not.toContain(name)
    },
  )
})

it('somebody who met nobody gets a kind mail', async () => {
  const ordinary = PROPS.MORNING_AFTER.ordinary as object
  const { subject, text } = await renderMail('MORNING_AFTER', { ...ordinary, met: [], missed: [] }, 'en')
  expect(subject).toBe('The morning after Thursday Gathering')
  expect(text).toContain('Some evenings are for looking around')
  expect(text).not.toContain('next time')
})
