declare global {
  // Of the Media Capture extensions, which the DOM's types leave out.
  interface MediaTrackCapabilities {
    readonly torch?: boolean
  }
  interface MediaTrackConstraintSet {
    torch?: boolean
  }
}

/** Why there is no picture; the catalogue has a sentence for each. */
export type CameraFault = 'INSECURE' | 'DENIED' | 'NONE' | 'BUSY'

export interface CameraChoice {
  readonly deviceId: string
  readonly label: string
}

/** A camera that runs. */
export interface Camera {
  readonly stream: MediaStream
  readonly deviceId: string
  /** Null where it has no light. */
  readonly light: ((on: boolean) => Promise<void>) | null
  stop(): void
}

/** Enough for a code at arm's length, little enough for an old phone. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 } } as const

/**
 * Opens the camera with that id, or the one on the back of a phone.
 * @param ended told when it stops by itself: unplugged, or taken by another app
 */
export async function openCamera(deviceId: string | null, ended: () => void): Promise<Camera | CameraFault> {
  // Browsers leave it out where the address is not https.
  if (!('mediaDevices' in navigator)) return window.isSecureContext ? 'NONE' : 'INSECURE'
  let stream: MediaStream
  try {
    const which = deviceId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: deviceId } }
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...PICTURE, ...which } })
  } catch (error) {
    return faultOf(error)
  }
  const [track] = stream.getVideoTracks()
  if (!track) return 'NONE'
  track.addEventListener('ended', ended)
  const capabilities = 'getCapabilities' in track ? track.getCapabilities() : {}
  return {
    stream,
    deviceId: track.getSettings().deviceId ?? '',
    light: capabilities.torch ? (on) => track.applyConstraints({ advanced: [{ torch: on }] }) : null,
    stop() {
      track.removeEventListener('ended', ended)
      for (const each of stream.getTracks()) each.stop()
    },
  }
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'DENIED'
  return name === 'NotReadableError' || name === 'AbortError' ? 'BUSY' : 'NONE'
}

/** The cameras to choose from, in words only after one has been allowed. */
export async function listCameras(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, index) => ({ deviceId, label: label || String(index + 1) }))
}

/** Whether the camera may be opened without asking the person first. */
export async function cameraIsAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted'
  } catch {
    // Firefox and older Safari do not know this question.
    return false
  }
}
