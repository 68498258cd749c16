import { NextResponse } from 'next/server'
import { utcSeconds } from '@/app/utc-seconds'
import { newSignInNonce } from '@/lib/services/sign-in'

/** A nonce for one sign-in. It is a row in the database: whoever presents it first has used it up. */
export async function POST(): Promise<NextResponse> {
  const nonce = await newSignInNonce(utcSeconds())
  return NextResponse.json({ nonce }, { headers: { 'Cache-Control': 'no-store' } })
}
