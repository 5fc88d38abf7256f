import type { MetadataRoute } from 'next'
import { env } from '@/env'

export const dynamic = 'force-dynamic'

/** Everything may be read, so that 'noindex', which all but the public pages say, is read too. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: '/api/' }, sitemap: `${env().PUBLIC_URL}/sitemap.xml` }
}
