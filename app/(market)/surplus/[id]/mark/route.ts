import { NextResponse } from 'next/server'
import { getViewer } from '@/lib/auth/viewer'
import { sessionMark } from '@/lib/services/surplus-view'
import { sessionIdOf } from '../../session-id'

/** Whether the page of a session still shows what is so: pages that are open ask every few seconds. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<NextResponse> {
  const id = sessionIdOf((await params).id)
  const mark = id === null ? null : await sessionMark(await getViewer(), id)
  if (mark === null) return NextResponse.json({ error: 'SessionUnknown' }, { status: 404 })
  return NextResponse.json({ mark }, { headers: { 'Cache-Control': 'no-store' } })
}
