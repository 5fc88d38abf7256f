import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { watchRequests } from './open-requests'

it('answers what is under way, then lets go of connections that nothing was sent on', async () => {
  const requests = watchRequests()
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const silent = connect(port, '127.0.0.1')
  await once(server, 'connection')
  const answer = fetch(`http://127.0.0.1:${String(port)}/`)
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse]

  const closed = once(server, 'close')
  server.close()
  requests.closeWhenDone()
  expect(silent.destroyed).toBe(false)
  response.end('done')
  expect(await (await answer).text()).toBe('done')
  await closed
  silent.destroy()
})
