import { NextResponse } from 'next/server'
import { z } from 'zod'
import { browserRpc } from '@/lib/services/browser-rpc'
import { jsonBody, refused } from '../json-body'

const LONGEST_BODY = 128 * 1024
const LARGEST_BATCH = 20

const call = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.number(), z.string()]),
  method: z.string().max(64),
  params: z.array(z.unknown()).max(8).optional(),
})
const body = z.union([call, z.array(call).min(1).max(LARGEST_BATCH)])

/** The chain for browsers: same origin, and only the methods a wallet needs. */
export async function POST(request: Request): Promise<NextResponse> {
  const origin = request.headers.get('origin')
  if (origin && (!URL.canParse(origin) || new URL(origin).host !== request.headers.get('host')))
    return refused('RequestMalformed', 403)
  const given = await jsonBody(request, LONGEST_BODY)
  if (!given.ok) return given.response
  const parsed = body.safeParse(given.value)
  if (!parsed.success) return refused('RequestMalformed', 400)
  const calls = Array.isArray(parsed.data) ? parsed.data : [parsed.data]
  const answers = await Promise.all(calls.map(browserRpc))
  return NextResponse.json(Array.isArray(parsed.data) ? answers : answers[0])
}
