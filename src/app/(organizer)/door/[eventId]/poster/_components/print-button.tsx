'use client'

import { Button } from '@/components/ui/button'

/** Opens the browser's own printing. */
export function PrintButton({ children }: { readonly children: string }) {
  return (
    <Button
      type="button"
      onClick={() => {
        window.print()
      }}
    >
      {children}
    </Button>
  )
}
