import type { ReactNode } from 'react'
import { SiteHeader } from '@/app/_components/site-header'

/** The head of the organizers' pages. */
export default function OrganizeLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SiteHeader wide />
      {children}
    </>
  )
}
