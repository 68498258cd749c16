import { NextResponse } from 'next/server'
import { getViewer } from '@/lib/auth/viewer'
import { getImport } from '@/lib/db/read/imports'
import { reportJson } from '../report-json'

/** How far an import of the signed-in operator is, and its report. Somebody else's does not exist. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<NextResponse> {
  const viewer = await getViewer()
  if (!viewer) return NextResponse.json({ error: 'NotSignedIn' }, { status: 401 })
  const report = await getImport(viewer, (await params).id)
  if (!report) return NextResponse.json({ error: 'RequestUnknown' }, { status: 404 })
  return NextResponse.json(reportJson(report), { headers: { 'Cache-Control': 'no-store' } })
}
