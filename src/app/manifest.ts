import type { MetadataRoute } from 'next'
import { LOCALES, textOf } from '@/text/translator'

/** What a phone needs to put the app on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  const t = textOf(LOCALES[0], 'ui')
  const png = (size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/${purpose === 'any' ? 'icon' : 'maskable'}-${String(size)}.png`,
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
    purpose,
  })
  return {
    name: t('appName'),
    short_name: t('appName'),
    description: t('description'),
    lang: LOCALES[0],
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf6ec',
    theme_color: '#fbf6ec',
    icons: [png(192, 'any'), png(512, 'any'), png(512, 'maskable')],
  }
}
