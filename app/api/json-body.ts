import { NextResponse } from 'next/server'

export type JsonBody = { ok: true; value: unknown } | { ok: false; response: NextResponse }

/**
 * Reads a JSON body of at most so many bytes; a longer one is not read to its end, so its connection ends with the
 * answer: whoever sent another request after the unread bytes would find it broken off.
 */
export async function jsonBody(request: Request, longest: number): Promise<JsonBody> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > longest) return { ok: false, response: refused('RequestTooLarge', 413, { connection: 'close' }) }
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, response: refused('RequestMalformed', 400) }
  }
}

export function refused(error: string, status: number, headers?: Record<string, string>): NextResponse {
  return NextResponse.json({ error }, { status, headers })
}
