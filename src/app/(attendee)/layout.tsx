import type { ReactNode } from 'react'
import { SiteHeader } from '@/app/_components/site-header'

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      {children}
    </>
  )
}
