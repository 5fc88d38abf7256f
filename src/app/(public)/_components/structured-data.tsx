import type { StructuredData as Data } from '../_lib/structured-data'

/**
 * Facts for search engines, as JSON-LD. A data block is not run, so the page's policy needs no exception;
 * `<` is written so that nothing in a name can end the block or begin another one.
 */
export function StructuredData({ data }: { readonly data: Data | readonly Data[] }) {
  return <script type="application/ld+json">{JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
}
