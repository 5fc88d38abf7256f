import { useEffect, useState, useSyncExternalStore } from 'react'
import { deviceTime } from '@/app/_lib/device-clock'
import { makeConnection } from './connection'
import { openDeviceStore, type DeviceStore } from './device-store'
import { countQueue } from './note-answers'
import { makeScanner, type Scanner, type Sentences } from './scanner'
import { FIRST_STATE, type ScannerState } from './state'
import { makeStore, type Store } from './store'

/** The scanner of a page, and what it shows. */
export interface UsedScanner {
  readonly state: ScannerState
  /** For what is not a scan: taking back, dismissing. */
  readonly store: Store<ScannerState>
  /** Null until this device has been opened, a moment after the page. */
  readonly scanner: Scanner | null
  readonly device: DeviceStore | null
}

/**
 * Runs the scanner for as long as the page stands.
 * @param sentences that stay the same object, or it starts anew.
 */
export function useScanner(eventId: string, sentences: Sentences): UsedScanner {
  const [store] = useState(() => makeStore(FIRST_STATE))
  const [running, setRunning] = useState<{ scanner: Scanner; device: DeviceStore | null } | null>(null)
  const state = useSyncExternalStore(store.subscribe, store.get, () => FIRST_STATE)

  useEffect(() => {
    let gone = false
    let stop = (): void => undefined
    const start = async () => {
      const device = await openDeviceStore(deviceTime())
      const roster = (await device?.roster(eventId)) ?? null
      if (gone) return
      const place = { eventId, state: store, device, underWay: new Set<string>(), sentences }
      const connection = makeConnection(place)
      store.change({ keeps: device !== null, roster })
      await countQueue(place)
      setRunning({
        device,
        scanner: makeScanner({ ...place, connection: connection.contact }),
      })
      stop = connection.start()
    }
    void start()
    return () => {
      gone = true
      stop()
    }
  }, [eventId, sentences, store])

  return { state, store, scanner: running?.scanner ?? null, device: running?.device ?? null }
}
