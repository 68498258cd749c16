/** Sends a file as it is, in pieces the browser chooses, and says how far it is. */

export interface FileToSend {
  /** Of the import, chosen here so that it can be followed. */
  id: string
  file: File
  /** The number of the meter it is about, if it names none or another. */
  meter: string
  /** When telegrams that carry no time were read, UTC seconds; null if nobody says. */
  at: number | null
  /** The name of a saved mapping. */
  mapping: string | null
}

export type SendAnswer =
  | { kind: 'answered'; status: number; body: Record<string, unknown> }
  | { kind: 'cancelled' }
  | { kind: 'unreachable' }

export interface Sending {
  answer: Promise<SendAnswer>
  cancel: () => void
}

/** fetch cannot say how much of a body has gone; the older interface can. */
export function sendFile(asked: FileToSend, onSent: (bytes: number) => void): Sending {
  const request = new XMLHttpRequest()
  const answer = new Promise<SendAnswer>((resolve) => {
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = () => resolve({ kind: 'answered', status: request.status, body: parsed(request.responseText) })
    request.onabort = () => resolve({ kind: 'cancelled' })
    request.onerror = () => resolve({ kind: 'unreachable' })
  })
  request.open('POST', `/api/v1/imports?${queryOf(asked).toString()}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(asked.file)
  return { answer, cancel: () => request.abort() }
}

export function queryOf({ id, file, meter, at, mapping }: FileToSend): URLSearchParams {
  const query = new URLSearchParams({ id, name: file.name })
  if (meter) query.set('meter', meter)
  if (at !== null) query.set('at', String(at))
  if (mapping) query.set('mapping', mapping)
  return query
}

function parsed(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
