import { NextResponse } from 'next/server'
import { utcSeconds } from '@/app/utc-seconds'
import { health } from '@/lib/services/health'

export const dynamic = 'force-dynamic'

/** 200 when everything runs, 503 when not. Says what, and no secrets. */
export async function GET(): Promise<NextResponse> {
  const found = await health(utcSeconds())
  return NextResponse.json(found, { status: found.ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
