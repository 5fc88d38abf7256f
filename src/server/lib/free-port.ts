import { createServer } from 'node:net'

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address()
      probe.close(() => {
        if (bound && typeof bound === 'object') resolve(bound.port)
        else reject(new Error('No free port was found.'))
      })
    })
  })
}
