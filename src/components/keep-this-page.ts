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
    await container.register('/sw.js', { scope })
    // The head of the evening's pages leads there.
    if (scope === '/evening/') await container.register('/sw.js', { scope: '/profile' })
    const { active } = await container.ready
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

/** Forgets the kept pages and the scanner's list of names. What waits to be sent stays. */
export function forgetKept(): void {
  if (!navigator.onLine || !('caches' in window)) return
  void caches.delete('serendip-pages')
  void caches.delete('serendip-files')
  indexedDB.deleteDatabase('serendip-roster')
}
