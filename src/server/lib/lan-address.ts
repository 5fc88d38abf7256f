import { networkInterfaces } from 'node:os'
import { env } from '@/env'

/** What is named where the machine's own address is not known. */
const EXAMPLE = 'http://192.168.1.20:3000'
/** Networks of containers and virtual machines, which no phone is in. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg)/
/** Private IPv4 networks (RFC 1918), the likeliest of a venue first. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./]

type Interfaces = ReturnType<typeof networkInterfaces>

/** This machine's IPv4 address in the network that phones are likeliest to share; null when it has none. */
export function lanAddress(interfaces: Interfaces): string | null {
  const own = Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses = []]) => addresses)
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  for (const network of PRIVATE) {
    const found = own.find((address) => network.test(address))
    if (found !== undefined) return found
  }
  return null
}

/** An address that phones in the venue's network could open: this machine's own, or else an example. */
export function lanUrl(): string {
  const { HOST, PORT } = env()
  const everywhere = HOST === '0.0.0.0' || HOST === '::'
  const address = everywhere ? lanAddress(networkInterfaces()) : null
  return address === null ? EXAMPLE : `http://${address}:${String(PORT)}`
}
