'use client'

import { createContext, useContext, type ReactNode } from 'react'

/**
 * What is said when something fails. It comes with every page, since at that moment it may not be
 * possible to fetch anything.
 */
interface Words {
  readonly title: string
  readonly text: string
  readonly retry: string
  readonly home: string
  /** The error page's, while the browser knows that it has no network. */
  readonly offlineTitle: string
  readonly offlineText: string
  /** Beside a form that could not be sent: without a network, and when the server does not answer. */
  readonly notSent: string
  readonly noAnswer: string
}

const FaultContext = createContext<Words | null>(null)

/** Keeps the words about faults at hand, in the reader's language. */
export function FaultWords({ children, ...words }: Words & { readonly children: ReactNode }) {
  return <FaultContext value={words}>{children}</FaultContext>
}

/** The words that the layout keeps, or null where there is no layout. */
export function useFaultWords(): Words | null {
  return useContext(FaultContext)
}
