import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, it } from 'vitest'

const SOURCE = readFileSync('public/sw.js', 'utf8')
const ORIGIN = 'https://meet.example.org'

interface WorkerEvent {
  readonly data?: { json(): unknown } | null
  readonly notification?: { readonly data: unknown; close(): void }
  waitUntil(work: Promise<unknown>): void
}

/** What the worker did. */
let done: unknown[]
let open: readonly string[]
let listeners: Map<string, (event: WorkerEvent) => void>

/** Runs the worker's file as a browser does, with what the two events of messages touch. */
beforeEach(() => {
  done = []
  open = []
  listeners = new Map()
  const self = {
    location: { origin: ORIGIN },
    registration: {
      showNotification: (title: string, options: unknown) => Promise.resolve(done.push(['shown', title, options])),
    },
    clients: {
      matchAll: () => Promise.resolve(open.map((url) => ({ url, focus: () => Promise.resolve(done.push(['focused', url])) }))),
      openWindow: (url: string) => Promise.resolve(done.push(['opened', url])),
    },
    addEventListener: (name: string, listener: (event: WorkerEvent) => void) => listeners.set(name, listener),
  }
  runInNewContext(SOURCE, { self, URL })
})

async function dispatch(name: string, event: Omit<WorkerEvent, 'waitUntil'>) {
  const work: Promise<unknown>[] = []
  listeners.get(name)?.({ ...event, waitUntil: (one) => work.push(one) })
  await Promise.all(work)
}
const push = (message: unknown) => dispatch('push', { data: { json: () => message } })
const click = (path: unknown) => dispatch('notificationclick', { notification: { data: { path }, close: () => undefined } })

describe('the service worker', () => {
  it('shows a message with the page that it is about', async () => {
    await push({ title: 'Somebody', body: 'Open.', tag: 't', path: '/evening/evt_1#met_1' })
    const options = { body: 'Open.', tag: 't', icon: '/icons/icon-192.png', data: { path: '/evening/evt_1#met_1' } }
    expect(done).toEqual([['shown', 'Somebody', options]])
  })

  it.each([undefined, null, {}, { title: 7, body: {}, tag: [], path: 9 }, 'text'])('shows something whatever comes: %j', async (message) => {
    await push(message)
    expect(done).toEqual([['shown', 'Serendip', { body: '', tag: 'serendip', icon: '/icons/icon-192.png', data: { path: '/' } }]])
  })

  it('shows something for a message that is no JSON, or empty', async () => {
    const json = () => {
      throw new SyntaxError('no JSON')
    }
    await dispatch('push', { data: { json } })
    await dispatch('push', { data: null })
    const options = { body: '', tag: 'serendip', icon: '/icons/icon-192.png', data: { path: '/' } }
    expect(done).toEqual([
      ['shown', 'Serendip', options],
      ['shown', 'Serendip', options],
    ])
  })

  it.each([
    'https://other.example.org/',
    '//other.example.org/',
    '/\\other.example.org/',
    '/.//other.example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    42,
    undefined,
  ])('opens our start page in place of %j', async (path) => {
    await push({ title: 'x', path })
    expect(done).toEqual([['shown', 'x', { body: '', tag: 'serendip', icon: '/icons/icon-192.png', data: { path: '/' } }]])
    await click(path)
    expect(done.at(-1)).toEqual(['opened', `${ORIGIN}/`])
  })

  it('goes to the page where it is open already', async () => {
    open = [`${ORIGIN}/profile`, `${ORIGIN}/evening/evt_1?x=1`]
    await click('/evening/evt_1#met_1')
    await click('/evening/evt_2')
    expect(done).toEqual([
      ['focused', `${ORIGIN}/evening/evt_1?x=1`],
      ['opened', `${ORIGIN}/evening/evt_2`],
    ])
  })
})
