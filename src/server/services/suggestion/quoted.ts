import type { Locale } from '@/text/translator'

/** What people write again though the label of the field has said it: 'Ask me', 'I'm looking for', 'I can help with'. */
const LABELS: Readonly<Record<Locale, Readonly<Record<'ask' | 'offer' | 'starter', RegExp>>>> = {
  en: {
    ask: /^(?:i(?:['’]?m| am)\s+)?looking\s+for\b/i,
    offer: /^(?:i\s+)?(?:can\s+)?help\s+(?:you\s+)?with\b/i,
    starter: /^ask\s+me\b/i,
  },
}

const QUOTES = '"“”„«»‘’\''
const AROUND = new RegExp(`^[${QUOTES}]([^"“”„«»]*)[${QUOTES}]$`)

/** An ask as it stands between quotation marks after 'looking for'. */
export function askQuoted(ask: string, locale: Locale): string {
  return quoted(ask, LABELS[locale].ask)
}

/** An offer as it stands between quotation marks after 'can help with'. */
export function offerQuoted(offer: string, locale: Locale): string {
  return quoted(offer, LABELS[locale].offer)
}

/**
 * A starter between quotation marks: a question in the reader's mouth where it is one, otherwise what
 * people go on with after 'Ask me ...', such as 'about owls'.
 */
export function starterQuoted(starter: string, locale: Locale): { readonly kind: 'question' | 'topic'; readonly text: string } {
  const text = quoted(starter, LABELS[locale].starter)
  if (!/[?？؟]!*$/.test(text)) return { kind: 'topic', text }
  const [first = ''] = text
  return { kind: 'question', text: first.toLocaleUpperCase(locale) + text.slice(first.length) }
}

/** Without the label's words, and without marks that would stand twice. What has nothing else stays as it is. */
function quoted(written: string, label: RegExp): string {
  const bare = withoutMarks(withoutMarks(written).replace(label, '').replace(/^[\s.,;:…–-]+/, ''))
  return bare === '' ? written.trim() : bare
}

function withoutMarks(text: string): string {
  const bare = text.trim().replace(/[\s.,;:…]+$/, '')
  const inside = AROUND.exec(bare)?.[1]
  return inside === undefined ? bare : withoutMarks(inside)
}
