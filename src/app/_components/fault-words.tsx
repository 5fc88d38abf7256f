'use client'

import { createContext, useContext, type ReactNode } from 'react'

/** What the error page says. It comes with every page, since the error page may not be able to fetch anything. */
interface Words {
  readonly title: string
  readonly text: string
  readonly retry: string
  readonly home: string
}

const FaultContext = createContext<Words | null>(null)

/** Keeps the error page's words at hand, in the reader's language. */
export function FaultWords({ children, ...words }: Words & { readonly children: ReactNode }) {
  return <FaultContext value={words}>{children}</FaultContext>
}

/** The words that the layout keeps, or null where there is no layout. */
export function useFaultWords(): Words | null {
  return useContext(FaultContext)
}
