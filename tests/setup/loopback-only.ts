import type { Socket } from 'node:net'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/

/** The host that a call of `Socket#connect` names: undefined for a local socket or no host at all. */
function hostOf(args: readonly unknown[]): string | undefined {
  // `net.connect` hands its already normalized arguments over as one array.
  const [first, second] = Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args
  if (typeof first === 'object' && first !== null && 'host' in first) {
    return typeof first.host === 'string' ? first.host : undefined
  }
  return typeof first === 'number' && typeof second === 'string' ? second : undefined
}

/**
 * Makes every TCP connection of this process to anything but this machine throw, with the host's
 * name in the message, before a name is looked up.
 */
export function refuseStrangers(prototype: Pick<Socket, 'connect'>): void {
  const connect: unknown = Reflect.get(prototype, 'connect')
  if (typeof connect !== 'function') throw new TypeError('A socket has no connect method.')
  Reflect.set(prototype, 'connect', function (this: Socket, ...args: unknown[]): unknown {
    const host = hostOf(args)
    if (host !== undefined && !LOOPBACK.test(host)) {
      throw new Error(`A test tried to reach ${host}; only this machine may be reached.`)
    }
    const result: unknown = Reflect.apply(connect, this, args)
    return result
  })
}
