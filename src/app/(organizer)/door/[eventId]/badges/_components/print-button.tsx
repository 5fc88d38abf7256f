'use client'

import { Button } from '@/components/ui/button'
import { useScripts } from '@/components/ui/use-form-answer'

/** Opens the browser's own print; without scripts it says to do so by hand. */
export function PrintButton({ label, otherwise }: { readonly label: string; readonly otherwise: string }) {
  if (!useScripts()) return <p>{otherwise}</p>
  return (
    <Button
      type="button"
      onClick={() => {
        window.print()
      }}
    >
      {label}
    </Button>
  )
}
