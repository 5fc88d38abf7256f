import { subscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'

/** The requests that this process is answering. */
export interface OpenRequests {
  /**
   * Closes the connections of the servers as soon as no request is under way. A closing server waits for
   * connections that a browser opened ahead and sent nothing on.
   */
  closeWhenDone(): void
}

/** Counts requests from now on, of every server of this process. */
export function watchRequests(): OpenRequests {
  const servers = new Set<Server>()
  const open = new Set<ServerResponse>()
  let closing = false
  const closeIfDone = () => {
    if (!closing || open.size > 0) return
    for (const server of servers) server.closeAllConnections()
  }
  subscribe('http.server.request.start', (message) => {
    // What Node documents for this channel; its types leave every message unknown.
    const { server, response } = message as { server: Server; response: ServerResponse }
    servers.add(server)
    open.add(response)
    response.once('close', () => {
      open.delete(response)
      closeIfDone()
    })
  })
  return {
    closeWhenDone() {
      closing = true
      closeIfDone()
    },
  }
}
