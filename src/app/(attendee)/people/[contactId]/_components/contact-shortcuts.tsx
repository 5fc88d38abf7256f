import { textOf, type Locale } from '@/text/translator'
import { shortcutWords } from '../../_components/list-shortcuts'
import { Shortcuts } from '../../_components/shortcuts'
import type { QuickLogWords } from './quick-log'

/** The words of the quick log. */
export function quickLogWords(locale: Locale): QuickLogWords {
  const t = textOf(locale, 'people')
  return {
    label: t('quickLog'),
    kinds: { WROTE: t('log.WROTE'), CALLED: t('log.CALLED'), MET: t('log.MET'), NOTE: t('log.NOTE') },
    logged: { WROTE: t('logged.WROTE'), CALLED: t('logged.CALLED'), MET: t('logged.MET'), NOTE: t('logged.NOTE') },
    undo: t('undo'),
    undone: t('undone'),
  }
}

/** The keys of somebody's page: one for each tap of the quick log. */
export function ContactShortcuts({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  const tap = (key: string, kind: keyof QuickLogWords['kinds']) => ({ key, does: t(`log.${kind}`), selector: `[data-key="${kind}"]` })
  return (
    <Shortcuts
      words={shortcutWords(locale)}
      shortcuts={[
        tap('w', 'WROTE'),
        tap('c', 'CALLED'),
        tap('m', 'MET'),
        tap('n', 'NOTE'),
        { key: 'u', does: t('undo'), selector: '[data-key="undo"]' },
        { key: 'b', does: t('keys.back'), selector: '[data-key="back"]' },
        { key: '?', does: t('keys.help') },
      ]}
    />
  )
}
