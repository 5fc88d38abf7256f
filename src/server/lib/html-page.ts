import { createHash } from 'node:crypto'
import { textOf, type Locale } from '@/text/translator'

/** A piece of HTML whose values have been escaped. */
export interface Html {
  readonly markup: string
}

type Value = string | number | Html | readonly Html[] | null | undefined | false

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The text as it stands between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

function markupOf(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return 'markup' in value ? value.markup : value.map((piece) => piece.markup).join('')
}

/** Writes HTML: every value is escaped unless it is itself a piece of {@link Html}. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: String.raw({ raw: strings }, ...values.map(markupOf)) }
}

/** The look without a font or script to load: tokens as in the app's own style sheet. */
const STYLE = `:root{color-scheme:light dark;--paper:#fbf6ec;--ink:#211c18;--muted:#574d44;--line:#e2d7c5;--accent:#8f2d0d;--on-accent:#fffaf3}
@media(prefers-color-scheme:dark){:root{--paper:#1b1714;--ink:#f3ebdf;--muted:#c4b7a7;--line:#40372f;--accent:#f59a6c;--on-accent:#211c18}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
main,nav{max-width:34rem;margin:0 auto;padding:1rem 1.25rem 0}
main{padding-bottom:4rem}
h1{font:600 1.9rem/1.2 ui-serif,Georgia,"Times New Roman",serif;margin:0 0 1rem}
p{margin:0 0 1rem}
.muted{color:var(--muted)}
blockquote{margin:0 0 1rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line);white-space:pre-line}
form{margin:1.5rem 0 0}
button,.button{display:inline-block;min-height:48px;padding:.7rem 1.4rem;border:1px solid var(--accent);border-radius:999px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button.quiet{background:none;color:var(--ink);border-color:var(--line)}
a{color:var(--accent)}
label{display:block;margin:1.25rem 0 .35rem;font-weight:600}
input{width:100%;min-height:52px;padding:.6rem .9rem;border:1px solid var(--muted);border-radius:.5rem;background:none;color:inherit;font:inherit}
input[type=checkbox]{width:1.5rem;min-height:0;height:1.5rem;flex:none;accent-color:var(--accent)}
.tick{display:flex;gap:.75rem;align-items:center;min-height:48px;font-weight:400;margin:0}
fieldset{margin:0;padding:0;border:0;min-width:0}
legend{padding:0;font-weight:600}
form button{margin:1.25rem .75rem 0 0}
form+p,form+.hint{margin-top:1.75rem}
.wide{width:100%}
.hint{margin:.5rem 0 0;color:var(--muted)}
.problem{padding:.7rem .9rem;border-left:4px solid var(--accent);font-weight:600}
.alone{display:inline-block;padding:.65rem 0}
.big{font-size:1.3rem}
.qr{display:block;width:100%;max-width:22rem;margin:0 0 1.25rem;border-radius:.5rem;forced-color-adjust:none}
.code strong{font:600 2rem/1.3 ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:.08em;white-space:nowrap}
nav a{display:inline-block;padding:.6rem 0;color:inherit;font:600 1.2rem/1.5 ui-serif,Georgia,"Times New Roman",serif;text-decoration:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Has the service worker (public/sw.js) keep a ticket that says by its `keep-until` that it may be kept. */
const KEEP = `if("serviceWorker"in navigator)navigator.serviceWorker.register("/sw.js",{scope:"/t/"}).then(()=>navigator.serviceWorker.ready).then(r=>r.active.postMessage({keep:location.pathname,files:[]}),()=>{})`
const KEEP_HASH = createHash('sha256').update(KEEP).digest('base64')

/** What a small page is made of. */
export interface PageParts {
  readonly title: string
  readonly body: Html
  /** HTTP status, 200 unless given. */
  readonly status?: number
  /** The language of the text, `en` unless given. */
  readonly lang?: Locale
  /** For a ticket: until then the reader's device keeps it, to show it without a network. */
  readonly keepUntil?: Date | null
}

/**
 * A whole page that needs neither script, font nor picture (that which keeps a ticket is for later): for links in mails and other places where
 * nobody may be signed in. It is kept in no cache, tells no other site where it was, and stands in no frame.
 */
export function htmlPage({ title, body, status = 200, lang = 'en', keepUntil = null }: PageParts): Response {
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
${keepUntil && html`<meta name="keep-until" content="${keepUntil.toISOString()}">`}
<style>${{ markup: STYLE }}</style>
</head>
<body><nav aria-label="${textOf(lang, 'ui')('nav.label')}"><a href="/">${textOf(lang, 'app')('name')}</a></nav><main>${body}</main>${keepUntil && { markup: `<script>${KEEP}</script>` }}</body>
</html>
`
  return new Response(page.markup, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'${keepUntil ? `; script-src 'sha256-${KEEP_HASH}'; worker-src 'self'` : ''}`,
    },
  })
}
