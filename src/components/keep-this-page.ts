import { ROSTER_DB } from './forget-roster'

/** Which addresses our service worker may answer: the kept pages, and those that lead to them. */
export type OfflineScope = `/door/${string}/scan` | '/evening/' | '/t/'

/**
 * Has the service worker (public/sw.js) keep this page, which says by `<meta name="keep-until">` that it may be
 * kept, with all that it has loaded so far. Where the browser has no service workers (plain http, some
 * private windows) nothing happens.
 * @param scope of the service worker; the page itself lies in it.
 * @returns whether the page opens without a network from now on.
 */
export async function keepThisPage(scope: OfflineScope): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const container = navigator.serviceWorker
  try {
    const registration = await container.register('/sw.js', { scope })
    // The head of the evening's pages leads there.
    if (scope === '/evening/') await container.register('/sw.js', { scope: '/profile' })
    const active = await activeWorker(registration)
    // What scripts have loaded stands nowhere in the page: the scanner's decoder for one.
    const files = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search)
    if (!active) return false
    return await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => {
        resolve(data === true)
      }
      active.postMessage({ keep: location.pathname, files }, [port2])
    })
  } catch {
    // A browser that refuses: the page works as long as there is a network.
    return false
  }
}

/**
 * The worker of a registration once it is at work. `ready` would wait for that of the address at which this
 * document was opened, which a link inside the application may have left.
 */
async function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const coming = registration.installing ?? registration.waiting
  if (registration.active || !coming) return registration.active
  return new Promise((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(coming)
      else if (coming.state === 'redundant') resolve(null)
    })
  })
}

/** Forgets the kept pages and the scanner's list of names. What waits to be sent stays. */
export function forgetKept(): void {
  if (!navigator.onLine || !('caches' in window)) return
  void caches.delete('serendip-pages')
  void caches.delete('serendip-files')
  indexedDB.deleteDatabase(ROSTER_DB)
}
