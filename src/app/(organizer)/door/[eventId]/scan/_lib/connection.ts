import type { Roster } from '@/domain/check-in/scanner'
import { deviceTime } from '@/app/_lib/device-clock'
import { listenForArrivals } from './arrival-news'
import { ask, scannerApi, within } from './ask-server'
import { retryDelay } from './retry-delay'
import { countQueue, noteUpload } from './note-answers'
import type { Parts } from './scanner'
import { upload, type TurnedAway } from './uploader'

/** The list of a large community on a bad network, in milliseconds. */
const LIST_PATIENCE_MS = 30_000
const REFRESH_MS = 60_000
/** After news of arrivals the list is read again, but not more often than this, in milliseconds. */
const NEWS_PAUSE_MS = 15_000
/** While another tab of this browser uploads. */
const OTHER_TAB_MS = 3_000

/** Keeps this device and the server in step: sends what waits, fetches the list, notices when either fails. */
export interface Connection {
  readonly contact: Parts['connection']
  /** @returns how to stop. */
  start(): () => void
}

export function makeConnection(parts: Omit<Parts, 'connection'>): Connection {
  const { state, device, eventId, underWay, sentences } = parts
  let running = false
  let failures = 0
  let listedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = true

  const plan = (delay: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void round(), delay)
  }
  const met = () => {
    failures = 0
    state.change({ network: 'ONLINE', standing: 'HOST' })
  }
  const lost: Parts['connection']['lost'] = (how) => {
    failures += 1
    if (how === 'UNREACHABLE') state.change({ network: 'OFFLINE' })
    else state.change({ network: 'ONLINE' })
    if (how === 'SIGNED_OUT' || how === 'NO_HOST') state.change({ standing: how })
    // What is kept here is for this evening's hosts alone.
    if (how === 'SIGNED_OUT' || how === 'NO_HOST' || how === 'OVER') void wipe()
    plan(retryDelay(failures))
  }
  const wipe = async () => {
    state.change({ roster: null })
    listedAt = Number.NEGATIVE_INFINITY
    await device?.wipeRosters()
  }
  const keep = async (roster: Roster) => {
    state.change({ roster })
    // After the evening late scans can be sent, but the names are not left lying here.
    if (new Date(roster.endsAt).getTime() > deviceTime()) await device?.keepRoster(roster)
  }

  /** @returns whether the server answered. */
  const list = async (): Promise<boolean> => {
    const asked = await ask(scannerApi.roster.query({ eventId }, within(LIST_PATIENCE_MS)))
    if (asked.kind === 'ANSWER') {
      listedAt = deviceTime()
      await keep(asked.value)
      const recent = await ask(scannerApi.recent.query({ eventId }, within(LIST_PATIENCE_MS)))
      if (recent.kind === 'ANSWER') state.change({ arrivals: recent.value })
      return true
    }
    lost(asked.kind === 'REFUSED' ? 'LATER' : asked.kind)
    return false
  }

  const attempt = async (): Promise<void> => {
    const away: TurnedAway[] = []
    const end = device
      ? await upload({
          store: device,
          eventId,
          underWay,
          undelivered: sentences.undelivered,
          heard: (answered) => {
            if (answered.some(([scan]) => scan.eventId === eventId)) met()
            return noteUpload(answered, parts)
          },
          turnedAway: (how) => void away.push(how),
        })
      : 'EMPTY'
    await countQueue(parts)
    const how = away[0] ?? end
    if (how !== 'EMPTY' && how !== 'PARTLY' && how !== 'BUSY') {
      lost(how)
      return
    }
    // A list that is fresh says nothing of whether the server can still be reached.
    const stale = deviceTime() - listedAt >= NEWS_PAUSE_MS || state.get().network === 'OFFLINE' || end === 'PARTLY'
    if (stale && !(await list())) return
    met()
    plan(end === 'BUSY' ? OTHER_TAB_MS : REFRESH_MS)
  }

  const round = async () => {
    if (running || stopped) return
    running = true
    clearTimeout(timer)
    try {
      const { roster } = state.get()
      if (roster && new Date(roster.endsAt).getTime() < deviceTime()) await wipe()
      await attempt()
    } catch {
      // The device's storage failed: it is as if the server could not be reached.
      lost('LATER')
    } finally {
      running = false
    }
  }

  return {
    contact: {
      met,
      lost,
      nudge() {
        if (navigator.onLine) void round()
      },
    },
    start() {
      stopped = false
      const back = () => {
        if (document.visibilityState === 'visible') void round()
      }
      const gone = () => {
        state.change({ network: 'OFFLINE' })
      }
      const news = () => {
        plan(Math.max(0, listedAt + NEWS_PAUSE_MS - deviceTime()))
      }
      if (!navigator.onLine) gone()
      window.addEventListener('online', back)
      window.addEventListener('offline', gone)
      document.addEventListener('visibilitychange', back)
      const stopNews = listenForArrivals(eventId, news)
      void round()
      return () => {
        stopped = true
        clearTimeout(timer)
        stopNews()
        window.removeEventListener('online', back)
        window.removeEventListener('offline', gone)
        document.removeEventListener('visibilitychange', back)
      }
    },
  }
}
