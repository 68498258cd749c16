import { NextResponse } from 'next/server'
import { utcSeconds } from '@/app/utc-seconds'
import { stopMails } from '@/lib/services/mail-settings'

const keyOf = (request: Request) => new URL(request.url).searchParams.get('key') ?? ''

/** A mail program's own button (RFC 8058): it asks once, without cookies, and shows nothing of the answer. */
export async function POST(request: Request): Promise<Response> {
  const stopped = await stopMails(keyOf(request), utcSeconds())
  return new NextResponse(null, { status: stopped.ok ? 200 : 404 })
}

/** An older mail program opens the address instead. Opening stops nothing: the page asks. */
export function GET(request: Request): Response {
  const location = `/mail/stop?${new URLSearchParams({ key: keyOf(request) }).toString()}`
  return new NextResponse(null, { status: 303, headers: { location } })
}
