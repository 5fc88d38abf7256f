/*
 * The service worker of the host's scanner and of the attendee's own pass and ticket. It keeps those pages,
 * each as it was served, with the static files that they need, so that they open without a network; where
 * another page of its scopes cannot be reached it says so in our own words. It answers nothing else: whatever
 * is not named below goes to the network untouched. It is registered for the scopes that a page names
 * (src/components/keep-offline.tsx), so that all other pages do not even start it.
 *
 * Personal pages stay on this device alone. A page says itself, by <meta name="keep-until">, that and until
 * when it may be kept. It is forgotten after that, on signing out, and when the server no longer gives it.
 *
 * For who switched it on it also shows the messages of Web Push, registered for a scope of its own where no
 * page lies (src/app/(attendee)/_components/push/). It keeps nothing of them and opens our own pages alone.
 *
 * Nothing is kept by version: static files carry a hash of their content in their names, and those that no
 * kept page needs are dropped with it.
 */

/** Kept pages by path, and under `<path>?files` the addresses of the files that each needs. */
const PAGES = 'serendip-pages'
const FILES = 'serendip-files'
const OFFLINE = '/offline'
/** The scanner's list of names: src/app/(organizer)/door/[eventId]/scan/_lib/device-store.ts. */
const ROSTER_DB = 'serendip-roster'

/** The pages that can be kept. */
const KEEPABLE = {
  scanner: /^\/door\/[^/]+\/scan$/,
  pass: /^\/evening\/[^/]+\/pass$/,
  ticket: /^\/t\/[^/]+$/,
}
/** A network that is there but does not answer is given so long before the kept page is shown, in milliseconds. */
const PATIENCE_MS = 4000
const UNTIL_HEADER = 'x-keep-until'

const kindOf = (path) => Object.keys(KEEPABLE).find((kind) => KEEPABLE[kind].test(path)) ?? null

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(fetchOfflinePage())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), sweep()]))
})

/** A page that may be kept has been opened, and tells which files it has loaded by itself. */
self.addEventListener('message', (event) => {
  const { keep, files } = event.data ?? {}
  if (typeof keep !== 'string' || !kindOf(keep) || !Array.isArray(files)) return
  event.waitUntil(
    keepPage(keep, files).then(
      (kept) => event.ports[0]?.postMessage(kept),
      () => event.ports[0]?.postMessage(false),
    ),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(answerNavigation(event, url))
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(answerFile(request))
})

/** The network first; what is kept when it fails, or takes too long, or the server itself is down. */
async function answerNavigation(event, url) {
  const kind = kindOf(url.pathname)
  const fromNetwork = fetch(event.request)
  if (kind) {
    event.waitUntil(
      fromNetwork.then(
        (response) => note(url.pathname, response.clone()),
        () => undefined,
      ),
    )
  }
  try {
    const kept = kind ? await keptPage(url.pathname) : undefined
    if (!kept) return await fromNetwork
    const response = await Promise.race([fromNetwork, after(PATIENCE_MS)])
    return !response || response.status >= 500 ? kept : response
  } catch {
    return (kind && (await keptPage(url.pathname))) || offlinePage()
  }
}

/** Static files never change under their names: what is kept is right. */
async function answerFile(request) {
  const kept = await (await caches.open(FILES)).match(request, { ignoreVary: true })
  return kept ?? fetch(request)
}

function after(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds)
  })
}

/** The page if it is kept and its time is not over. */
async function keptPage(path) {
  const kept = await (await caches.open(PAGES)).match(path, { ignoreVary: true })
  return kept && Number(kept.headers.get(UNTIL_HEADER)) > Date.now() ? kept : undefined
}

/** Renews a page that is kept, or forgets it when the server no longer gives it. */
async function note(path, response) {
  const pages = await caches.open(PAGES)
  if (!(await pages.match(path, { ignoreVary: true }))) return
  // A redirect leads to signing in.
  const gone = response.type === 'opaqueredirect' || [401, 403, 404, 410].includes(response.status)
  if (gone) await forget(path)
  else if (response.status === 200) await putPage(pages, path, response)
}

/**
 * Keeps a page with its files. What it has loaded by itself comes by message, the rest stands in it.
 * @returns whether it is kept.
 */
async function keepPage(path, loaded) {
  await sweep()
  const pages = await caches.open(PAGES)
  const response = await fetch(path, { credentials: 'same-origin', redirect: 'manual' })
  if (response.status !== 200) {
    await forget(path)
    return false
  }
  const page = await putPage(pages, path, response)
  if (page === null) return false
  const own = [...page.matchAll(/\/_next\/static\/[^"'\\\s)<>]+/g)].map(([address]) => address)
  const inside = loaded.filter((address) => typeof address === 'string' && address.startsWith('/_next/static/'))
  const files = [...new Set([...own, ...inside])]
  const store = await caches.open(FILES)
  await Promise.all(
    files.map(async (file) => {
      if (await store.match(file, { ignoreVary: true })) return
      const answer = await fetch(file)
      if (answer.ok) await store.put(file, answer)
    }),
  )
  await pages.put(`${path}?files`, new Response(JSON.stringify(files)))
  await fetchOfflinePage()
  return true
}

/** @returns the page's text, or null when it does not say that it may be kept. */
async function putPage(pages, path, response) {
  const text = await response.text()
  const until = Date.parse(/<meta name="keep-until" content="([^"]+)"/.exec(text)?.[1] ?? '')
  if (!(until > Date.now())) {
    await forget(path)
    return null
  }
  const headers = new Headers(response.headers)
  // The body is kept as text: these spoke of the bytes on the wire.
  headers.delete('content-encoding')
  headers.delete('content-length')
  headers.set(UNTIL_HEADER, String(until))
  await pages.put(path, new Response(text, { status: 200, headers }))
  return text
}

async function forget(path) {
  const pages = await caches.open(PAGES)
  const kept = await pages.match(path)
  // Its time is over: what goes with it is dropped like that of any other page.
  if (kept) await pages.put(path, new Response('', { headers: { [UNTIL_HEADER]: '0' } }))
  await sweep()
}

/** Drops what is out of date: pages whose time is over, files that none needs, names without a scanner. */
async function sweep() {
  const pages = await caches.open(PAGES)
  const needed = new Set()
  let [scanners, dropped] = [0, 0]
  for (const request of await pages.keys()) {
    const url = new URL(request.url)
    if (url.search !== '') continue
    if (!(await keptPage(url.pathname))) {
      if (kindOf(url.pathname) === 'scanner') dropped += 1
      if (url.pathname !== OFFLINE) await Promise.all([pages.delete(url.pathname), pages.delete(`${url.pathname}?files`)])
      continue
    }
    if (kindOf(url.pathname) === 'scanner') scanners += 1
    const files = await pages.match(`${url.pathname}?files`)
    for (const file of files ? await files.json() : []) needed.add(file)
  }
  const store = await caches.open(FILES)
  for (const request of await store.keys()) {
    const { pathname, search } = new URL(request.url)
    if (!needed.has(pathname + search)) await store.delete(request)
  }
  if (scanners === 0 && dropped > 0) indexedDB.deleteDatabase(ROSTER_DB)
}

async function fetchOfflinePage() {
  const response = await fetch(OFFLINE)
  if (response.ok) await (await caches.open(PAGES)).put(OFFLINE, response)
}

/** Our own page for a network that is gone, with the ways to what this device has kept. */
async function offlinePage() {
  const pages = await caches.open(PAGES)
  const page = await pages.match(OFFLINE)
  if (!page) return Response.error()
  const paths = (await pages.keys()).map(({ url }) => new URL(url)).filter(({ search }) => search === '')
  let text = await page.text()
  for (const kind of Object.keys(KEEPABLE)) {
    const candidates = await Promise.all(
      paths.filter(({ pathname }) => kindOf(pathname) === kind).map(async ({ pathname }) => ((await keptPage(pathname)) ? pathname : null)),
    )
    const path = candidates.findLast((each) => each !== null)
    // The page holds a block for each kind, between comments.
    const block = new RegExp(`<!--${kind}-->(.*?)<!--/${kind}-->`, 's')
    text = text.replace(block, (_all, inner) => (path ? inner.replace('href="/"', `href="${encodeURI(path)}"`) : ''))
  }
  return new Response(text, { status: 503, headers: page.headers })
}

/** A message of ours: words that a lock screen may show, and one of our own paths to open. */
self.addEventListener('push', (event) => {
  event.waitUntil(showMessage(event.data))
})

/** Browsers take messages only from who shows each of them: one that cannot be read still says who sent it. */
function showMessage(data) {
  let message = {}
  try {
    message = data?.json() ?? {}
  } catch {
    // Not ours, or of another version.
  }
  const { title, body, tag, path } = message
  const text = (value, fallback) => (typeof value === 'string' ? value : fallback)
  return self.registration.showNotification(text(title, 'Serendip'), {
    body: text(body, ''),
    tag: text(tag, 'serendip'),
    icon: '/icons/icon-192.png',
    data: { path: ownPath(path) },
  })
}

/** The path if it is one of ours, else the start page. */
function ownPath(path) {
  if (typeof path !== 'string' || !path.startsWith('/')) return '/'
  const url = URL.canParse(path, self.location.origin) ? new URL(path, self.location.origin) : null
  const own = url?.origin === self.location.origin ? url.pathname + url.search + url.hash : '/'
  return own.startsWith('//') ? '/' : own
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(ownPath(event.notification.data?.path)))
})

/** The page where it is open already, or else a new one. */
async function openPage(path) {
  const wanted = new URL(path, self.location.origin)
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const found = open.find(({ url }) => new URL(url).pathname === wanted.pathname)
  if (found) await found.focus()
  else await self.clients.openWindow(wanted.href)
}
