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
    const forget = () => {
      clearTimeout(timer)
    }
    const ask = ({ target }: Event) => {
      // What is not kept in the URL, as a date that is yet to be added, changes no date.
      if (!(target instanceof Element) || !fields.includes(target.getAttribute('name') ?? '')) return
      forget()
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
    // The answer of a form that is sent brings a URL of its own, which a question asked before would replace.
    form.addEventListener('submit', forget)
    return () => {
      forget()
      form.removeEventListener('input', ask)
      form.removeEventListener('submit', forget)
    }
  }, [router, fields])
  return <span ref={place} hidden />
}
