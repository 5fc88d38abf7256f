import type { ReactNode } from 'react'
import { SiteHeader } from '@/app/_components/site-header'

/** The head of the operator's pages. */
export default function OutboxLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SiteHeader wide />
      {children}
    </>
  )
}
