import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'

/** For an address at which there is nothing public: what that may mean, and where to look instead. */
export function NothingHere({ title, text, locale }: { readonly title: string; readonly text: string; readonly locale: Locale }) {
  return (
    <Page title={title} lead={text} action={<ButtonLink href="/#communities">{textOf(locale, 'publicPages')('whatIsOn')}</ButtonLink>} />
  )
}
