import { NextResponse } from 'next/server'
import { getViewer } from '@/lib/auth/viewer'
import { getRelay } from '@/lib/db/read/relays'

/** How far the relayer is with a request of the signed-in account. Somebody else's does not exist. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<NextResponse> {
  const viewer = await getViewer()
  if (!viewer) return NextResponse.json({ error: 'NotSignedIn' }, { status: 401 })
  const relay = await getRelay(viewer, (await params).id)
  if (!relay) return NextResponse.json({ error: 'RequestUnknown' }, { status: 404 })
  const { id, kind, status, refusal, txHash } = relay
  const block = relay.blockNumber === null ? null : Number(relay.blockNumber)
  return NextResponse.json(
    { id, kind, status, refusal: refusal && { name: refusal.name, facts: textFacts(refusal.facts) }, txHash, block },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

function textFacts(facts: Record<string, bigint | string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value.toString()]))
}
