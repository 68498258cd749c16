/** The hours of a measured year that stands for somebody's like. Published data: see prisma/seed-data. */
import { NextResponse } from 'next/server'
import { profileHours } from '@/lib/services/home-profiles'

export async function GET(_: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const hours = await profileHours((await params).key)
  if (hours === null) return new NextResponse(null, { status: 404 })
  return new NextResponse(hours, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
}
