import { NextResponse } from 'next/server'
import { z } from 'zod'
import { forwardRpc } from '@/lib/chain/rpc-proxy'

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
  const text = await request.text()
  if (text.length > LONGEST_BODY) return NextResponse.json({ error: 'RequestTooLarge' }, { status: 413 })
  const parsed = body.safeParse(jsonOf(text))
  if (!parsed.success) return NextResponse.json({ error: 'RequestMalformed' }, { status: 400 })
  const calls = Array.isArray(parsed.data) ? parsed.data : [parsed.data]
  const answers = await Promise.all(calls.map(forwardRpc))
  return NextResponse.json(Array.isArray(parsed.data) ? answers : answers[0])
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
