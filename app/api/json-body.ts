/** Reads a JSON body of at most so many bytes; a longer one is not read to its end. */
export type JsonBody =
  | { ok: true; value: unknown }
  | { ok: false; error: 'RequestTooLarge' | 'RequestMalformed'; status: number }

export async function jsonBody(request: Request, longest: number): Promise<JsonBody> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > longest) return { ok: false, error: 'RequestTooLarge', status: 413 }
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, error: 'RequestMalformed', status: 400 }
  }
}
