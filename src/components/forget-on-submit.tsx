'use client'

import type { ReactNode } from 'react'
import { forgetKept } from './keep-this-page'

/** Around the form that signs out: what this device has kept of its owner goes too. */
export function ForgetOnSubmit({ children }: { readonly children: ReactNode }) {
  return <div onSubmit={forgetKept}>{children}</div>
}
