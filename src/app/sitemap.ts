import type { MetadataRoute } from 'next'
import { api } from '@/trpc/server'

export const dynamic = 'force-dynamic'

/** The pages that search engines may show: communities, series and evenings to come. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = await (await api()).community.siteMap()
  return pages.map(({ url, changedAt }) => ({ url, ...(changedAt && { lastModified: changedAt }) }))
}
