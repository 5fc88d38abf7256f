import { textOf, type Locale } from '@/text/translator'
import { Shortcuts } from './shortcuts'

/** The words around every list of keys. */
export function shortcutWords(locale: Locale) {
  const t = textOf(locale, 'people')
  return { title: t('keys.title'), on: t('keys.on'), close: t('keys.close'), open: t('keys.open') }
}

/** The keys of the list. */
export function ListShortcuts({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  return (
    <Shortcuts
      also={t('keys.also')}
      words={shortcutWords(locale)}
      shortcuts={[
        { key: '/', does: t('keys.search'), selector: '#q', focus: true },
        { key: 'j', does: t('keys.down') },
        { key: 'k', does: t('keys.up') },
        { key: 'a', does: t('keys.add'), selector: '[data-key="add"]' },
        { key: '?', does: t('keys.help') },
      ]}
    />
  )
}
