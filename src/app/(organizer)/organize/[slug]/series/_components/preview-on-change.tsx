'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** How long after the last change the dates are asked for, in milliseconds. */
const QUIET_MS = 350

/** Keeps the URL, and so the dates that the server shows, up to date with the form that this stands in. */
export function PreviewOnChange({ fields }: { readonly fields: readonly string[] }) {
  const router = useRouter()
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const typed = new FormData(form)
        const query = new URLSearchParams()
        for (const name of fields) {
          for (const value of typed.getAll(name)) if (typeof value === 'string') query.append(name, value)
        }
        router.replace(`?${query.toString()}`, { scroll: false })
      }, QUIET_MS)
    }
    form.addEventListener('input', ask)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', ask)
    }
  }, [router, fields])
  return <span ref={place} hidden />
}
