/**
 * How long a request may take to arrive. Node cuts every one off after five minutes; a meter file of a gibibyte takes hours on a
 * slow line. So a file may take hours as long as bytes come, and everything else has the five minutes it had.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

export const UPLOADS = '/api/v1/imports'
const MINUTE_MS = 60_000

export interface RequestTimes {
  upload: number
  /** Without a single byte. */
  uploadSilence: number
  other: number
}

const TIMES: RequestTimes = { upload: 6 * 60 * MINUTE_MS, uploadSilence: MINUTE_MS, other: 5 * MINUTE_MS }

/** What Node tells at the start of each request. */
interface Started {
  request: IncomingMessage
  response: ServerResponse
  server: Server
}

/** For every server of this process, from now on. Node offers no limit for one address: the server's is the longest. */
export function limitRequestTimes(times = TIMES): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Started
    server.requestTimeout = times.upload
    if (request.method === 'GET' || request.method === 'HEAD') return
    const { socket } = request
    if (request.url?.split('?')[0] === UPLOADS) {
      // Node ends a silent connection itself, unless somebody listens.
      socket.setTimeout(times.uploadSilence)
      request.once('end', () => socket.setTimeout(0))
      return
    }
    const late = setTimeout(() => request.complete || socket.destroy(), times.other)
    late.unref()
    response.once('close', () => clearTimeout(late))
  })
}
