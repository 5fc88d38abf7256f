'use client'

import { useEffect, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useScripts } from '@/components/ui/use-form-answer'
import { turnOff, turnOn } from './_actions'
import { lookAtDevice, subscribeBrowser, unsubscribeBrowser, type PushDevice } from './browser-push'

interface Words extends Readonly<Record<PushDevice, string>> {
  readonly looking: string
  readonly noScript: string
  readonly turnOn: string
  readonly turnOff: string
  readonly working: string
  readonly notNow: string
}

/** Messages on this device: what it can do, and the one button that asks for them or ends them. */
export function PushSwitch({
  publicKey,
  known,
  words,
}: {
  readonly publicKey: string
  /** sha256 of the endpoints that this person's messages go to. */
  readonly known: readonly string[]
  readonly words: Words
}) {
  const scripts = useScripts()
  const [device, setDevice] = useState<PushDevice | null>(null)
  const [error, setError] = useState<string>()
  const [busy, startWork] = useTransition()
  const hashes = known.join()

  useEffect(() => {
    let gone = false
    const look = async () => {
      const found = await lookAtDevice(hashes.split(',')).catch(() => 'unsupported' as const)
      if (!gone) setDevice(found)
    }
    void look()
    return () => {
      gone = true
    }
  }, [hashes])

  const press = () => {
    startWork(async () => {
      setError(undefined)
      try {
        if (device === 'on') {
          const endpoint = await unsubscribeBrowser()
          const answer = endpoint === null ? {} : await turnOff(endpoint)
          if (answer.error) setError(answer.error)
          else setDevice('off')
          return
        }
        const browser = await subscribeBrowser(publicKey)
        const answer = browser ? await turnOn(browser) : {}
        if (answer.error) setError(answer.error)
        else setDevice(browser ? 'on' : Notification.permission === 'denied' ? 'denied' : 'off')
      } catch {
        setError(words.notNow)
      }
    })
  }

  const label = device === 'on' ? words.turnOff : words.turnOn
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="max-w-measure">
        {device ? words[device] : scripts ? words.looking : words.noScript}
      </p>
      {(device === 'on' || device === 'off') && (
        <Button type="button" tone="quiet" aria-disabled={busy} onClick={busy ? undefined : press}>
          {busy ? words.working : label}
        </Button>
      )}
      {error && <Notice tone="error">{error}</Notice>}
    </div>
  )
}
