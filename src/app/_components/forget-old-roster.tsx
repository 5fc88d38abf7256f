'use client'

import { useEffect } from 'react'
import { forgetOldRoster } from '@/components/forget-roster'
import { deviceTime } from '../_lib/device-clock'

/** On every page: a list of names that the scanner left here goes when its evening is over. */
export function ForgetOldRoster() {
  useEffect(() => {
    forgetOldRoster(deviceTime())
  }, [])
  return null
}
