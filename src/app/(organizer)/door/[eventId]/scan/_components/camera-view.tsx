'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { cameraIsAllowed, listCameras, openCamera, type Camera, type CameraChoice, type CameraFault } from '../_lib/camera'
import { openQrReader } from '../_lib/qr-reader'
import { readFrames } from '../_lib/read-frames'
import { useWords } from '../_lib/words'

type Picture = { readonly kind: 'ASLEEP' | 'WAKING' } | { readonly kind: 'ON'; readonly camera: Camera } | { readonly kind: 'FAULT'; readonly why: CameraFault | 'NO_READER' }

/**
 * What the camera sees, and what stands in the codes it reads. It opens by itself where it may; else a
 * button asks first, which also lets sounds play.
 */
export function CameraView({
  hidden,
  found,
}: {
  /** Something else is being done: the camera stays, but nothing is read. */
  readonly hidden: boolean
  readonly found: (text: string) => void
}) {
  const { t } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [picture, setPicture] = useState<Picture>({ kind: 'ASLEEP' })
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([])
  const camera = picture.kind === 'ON' ? picture.camera : null
  const read = useEffectEvent(found)

  const wake = async (deviceId: string | null) => {
    camera?.stop()
    setPicture({ kind: 'WAKING' })
    const opened = await openCamera(deviceId, () => {
      setPicture({ kind: 'FAULT', why: 'BUSY' })
    })
    if (typeof opened === 'string') {
      setPicture({ kind: 'FAULT', why: opened })
      return
    }
    setPicture({ kind: 'ON', camera: opened })
    setCameras(await listCameras())
  }
  const wakeUnasked = useEffectEvent(() => void wake(null))

  useEffect(() => {
    let gone = false
    void cameraIsAllowed().then((allowed) => {
      if (allowed && !gone) wakeUnasked()
    })
    return () => {
      gone = true
    }
  }, [])

  useEffect(() => {
    const screen = video.current
    if (!camera || !screen) return
    screen.srcObject = camera.stream
    // Refused while the page is in the background; it plays when it comes back.
    screen.play().catch(() => undefined)
    return () => {
      camera.stop()
      screen.srcObject = null
    }
  }, [camera])

  useEffect(() => {
    const screen = video.current
    if (!camera || !screen || hidden) return
    let stop: (() => void) | null = null
    let gone = false
    openQrReader().then(
      (reader) => {
        if (!gone) stop = readFrames(screen, reader, read)
      },
      () => {
        setPicture({ kind: 'FAULT', why: 'NO_READER' })
      },
    )
    return () => {
      gone = true
      stop?.()
    }
  }, [camera, hidden])

  return (
    <section aria-label={t('camera.title')} hidden={hidden} className="scan-camera">
      <video ref={video} muted playsInline className={classes('h-full w-full object-cover', !camera && 'invisible')} />
      {camera ? (
        <>
          <div aria-hidden="true" className="scan-frame" />
          <CameraControls key={camera.deviceId} camera={camera} cameras={cameras} choose={(deviceId) => void wake(deviceId)} />
        </>
      ) : (
        <div className="absolute inset-0 grid content-center justify-items-center gap-4 p-5 text-center">
          {picture.kind === 'FAULT' ? (
            <>
              <p role="alert" className="max-w-[26em]">{t(`camera.faults.${picture.why}`)}</p>
              {picture.why !== 'INSECURE' && (
                <Button type="button" tone="quiet" className="scan-on-picture" onClick={() => void wake(null)}>
                  {t('camera.again')}
                </Button>
              )}
            </>
          ) : (
            <>
              <p className="max-w-[22em]">{t('camera.lead')}</p>
              <Button type="button" aria-disabled={picture.kind === 'WAKING'} onClick={() => void wake(null)}>
                {t(picture.kind === 'WAKING' ? 'camera.starting' : 'camera.start')}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  )
}

/** Light and choice of camera, for those that have one. */
function CameraControls({
  camera,
  cameras,
  choose,
}: {
  readonly camera: Camera
  readonly cameras: readonly CameraChoice[]
  readonly choose: (deviceId: string) => void
}) {
  const { t } = useWords()
  const [lit, setLit] = useState(false)
  const { light } = camera
  return (
    <div className="absolute inset-x-2 bottom-2 flex flex-wrap items-end justify-between gap-2">
      {cameras.length > 1 ? (
        <select
          aria-label={t('camera.choose')}
          value={camera.deviceId}
          onChange={({ target }) => {
            choose(target.value)
          }}
          className="scan-on-picture max-w-48 px-3"
        >
          {cameras.map(({ deviceId, label }) => (
            <option key={deviceId} value={deviceId}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <span />
      )}
      {light && (
        <button
          type="button"
          aria-pressed={lit}
          className="scan-on-picture px-4 font-semibold"
          onClick={() => {
            // A light that cannot be switched now stays as it was.
            light(!lit).then(
              () => {
                setLit(!lit)
              },
              () => undefined,
            )
          }}
        >
          {t(lit ? 'camera.lightOff' : 'camera.light')}
        </button>
      )}
    </div>
  )
}
