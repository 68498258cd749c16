import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NextResponse } from 'next/server'
import { z } from 'zod'
import { env } from '@/lib/env'

const members = z.array(z.object({ address: z.string(), name: z.string(), role: z.string() }))

/** Whom a newcomer can act as. Only the demo has such a list: the seed writes it beside the deployment. */
export async function GET(): Promise<NextResponse> {
  if (env.mode !== 'demo') return new NextResponse(null, { status: 404 })
  const file = join(dirname(env.deploymentFile), 'demo-members.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // A market that has not been seeded has no members yet.
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  return NextResponse.json(members.parse(JSON.parse(text)), { headers: { 'Cache-Control': 'no-store' } })
}
