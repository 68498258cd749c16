import { NextResponse } from 'next/server'
import { z } from 'zod'
import { getViewer } from '@/lib/auth/viewer'
import { marketNames } from '@/lib/db/read/market-names'

/** More than any message names. */
const MOST = 8
const hashes = z.array(z.string().regex(/^0x[0-9a-f]{64}$/)).max(MOST)
const addresses = z.array(z.string().regex(/^0x[0-9a-f]{40}$/)).max(MOST)
const asked = z.object({ offers: hashes, meters: hashes, agreements: hashes, accounts: addresses })

/** What a wallet calls the things that a message names by fingerprints: as the visitor may know them. */
export async function GET(request: Request): Promise<NextResponse> {
  const { searchParams: all } = new URL(request.url)
  const parsed = asked.safeParse({
    offers: all.getAll('offer'),
    meters: all.getAll('meter'),
    agreements: all.getAll('agreement'),
    accounts: all.getAll('account'),
  })
  if (!parsed.success) return NextResponse.json({ error: 'RequestMalformed' }, { status: 400 })
  const names = await marketNames(await getViewer(), parsed.data)
  return NextResponse.json(names, { headers: { 'Cache-Control': 'no-store' } })
}
