'use client'

import { useParams } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'

/** To the evening of the address: a page that is not found is told nothing else. */
export function BackToEvening({ label }: { readonly label: string }) {
  const { eventId } = useParams()
  return (
    <ButtonLink wide href={typeof eventId === 'string' ? `/evening/${eventId}` : '/'}>
      {label}
    </ButtonLink>
  )
}
