'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** How long after the last change the dates are asked for, in milliseconds. */
const QUIET_MS = 350

/**
 * Keeps the URL, and so the dates that the server shows, up to date with the form that this stands in. While
 * the form is on its way it asks for nothing: the answer brings a URL of its own, which must not be replaced.
 */
export function PreviewOnChange({ fields }: { readonly fields: readonly string[] }) {
  const router = useRouter()
  const place = useRef<HTMLSpanElement>(null)
  // The list is another one each time that dates arrive, which must not forget what was typed meanwhile.
  const names = fields.join(' ')
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const kept = names.split(' ')
    let timer: ReturnType<typeof setTimeout> | undefined
    const forget = () => {
      clearTimeout(timer)
    }
    const show = () => {
      if (form.ariaBusy === 'true') {
        wait()
        return
      }
      const typed = new FormData(form)
      const query = new URLSearchParams()
      for (const name of kept) {
        for (const value of typed.getAll(name)) if (typeof value === 'string') query.append(name, value)
      }
      router.replace(`?${query.toString()}`, { scroll: false })
    }
    const wait = () => {
      forget()
      timer = setTimeout(show, QUIET_MS)
    }
    const ask = ({ target }: Event) => {
      // What is not kept in the URL, as a date that is yet to be added, changes no date.
      if (target instanceof Element && kept.includes(target.getAttribute('name') ?? '')) wait()
    }
    form.addEventListener('input', ask)
    form.addEventListener('submit', forget)
    return () => {
      forget()
      form.removeEventListener('input', ask)
      form.removeEventListener('submit', forget)
    }
  }, [router, names])
  return <span ref={place} hidden />
}
