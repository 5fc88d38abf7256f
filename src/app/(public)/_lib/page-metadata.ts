import type { Metadata } from 'next'
import { CARD_HEIGHT, CARD_WIDTH, cardVersion, type CardFacts } from '@/server/lib/share-card/card-facts'
import { textOf, type Locale } from '@/text/translator'

/** The address of the picture, another one whenever it shows something else. */
export function cardUrl(url: string, card: CardFacts): string {
  return `${url}/card.png?v=${cardVersion(card)}`
}

/** Title, description, canonical address and what networks show beside a link. Demos stay out of search engines. */
export function publicMetadata(
  locale: Locale,
  page: {
    readonly title: string
    readonly description: string
    readonly url: string
    readonly isDemo: boolean
    readonly card?: CardFacts
    readonly feed?: string
  },
): Metadata {
  const { title, description, url, card } = page
  const images = card && [{ url: cardUrl(url, card), width: CARD_WIDTH, height: CARD_HEIGHT, alt: `${title}. ${description}` }]
  return {
    title,
    description,
    alternates: { canonical: url, ...(page.feed && { types: { 'text/calendar': page.feed } }) },
    robots: page.isDemo ? { index: false } : { index: true, follow: true },
    openGraph: { type: 'website', siteName: textOf(locale, 'ui')('appName'), locale, title, description, url, ...(images && { images }) },
    twitter: { card: images ? 'summary_large_image' : 'summary', title, description, ...(images && { images }) },
  }
}
