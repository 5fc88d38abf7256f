/** No page lies here: the registration serves messages alone, and no visit starts it. */
const SCOPE = '/push/'

/** What this browser can do, and does. */
export type PushDevice = 'unsupported' | 'ios' | 'denied' | 'off' | 'on'

/** What the server is told of this browser. */
export interface BrowserKeys {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** An iPhone or iPad, where only a site on the home screen may show messages. */
const isAppleTouch = () => /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What this browser is subscribed to at the moment, if anything. */
async function standing(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  // Where there is none for our scope the browser may name another one.
  return registration && new URL(registration.scope).pathname === SCOPE ? registration.pushManager.getSubscription() : null
}

/** @param known sha256 of the endpoints that the server sends this person's messages to. */
export async function lookAtDevice(known: readonly string[]): Promise<PushDevice> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    return isAppleTouch() ? 'ios' : 'unsupported'
  }
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await standing()
  return subscription && known.includes(await sha256(subscription.endpoint)) ? 'on' : 'off'
}

async function active(registration: ServiceWorkerRegistration): Promise<void> {
  const coming = registration.installing ?? registration.waiting
  if (registration.active || !coming) return
  await new Promise<void>((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') resolve()
    })
  })
}

/**
 * Asks the person's leave and subscribes this browser anew, with the installation's present key.
 * @returns null when they say no.
 * @throws when the browser or its push service refuses.
 */
export async function subscribeBrowser(publicKey: string): Promise<BrowserKeys | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.register('/sw.js', { scope: SCOPE })
  await active(registration)
  // One of another key, or of who was signed in here before, is of no use.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }
}

/** Ends what this browser is subscribed to. @returns its endpoint; null where there was none. */
export async function unsubscribeBrowser(): Promise<string | null> {
  const subscription = await standing()
  await subscription?.unsubscribe()
  return subscription?.endpoint ?? null
}
