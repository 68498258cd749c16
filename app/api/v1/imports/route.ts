import { randomUUID } from 'node:crypto'
import { NextResponse } from 'next/server'
import { z } from 'zod'
import { getViewer, type SignedInViewer } from '@/lib/auth/viewer'
import { getImport, importsOf } from '@/lib/db/read/imports'
import { MOST_BYTES } from '@/lib/services/stage-file'
import { receiveMeterFile } from '@/lib/services/receive-meter-file'
import { refused } from '../../json-body'
import { isFromHere } from '../../same-origin'
import { reportJson } from './report-json'

const LONGEST_NAME = 200
const HANG_UP = { connection: 'close' }
/** A form would have to be taken apart before the file in it could be read. */
const FORMS = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

const query = z.object({
  id: z.uuid().toLowerCase().default(randomUUID),
  name: z.string().min(1).max(LONGEST_NAME).default('file'),
  meter: z.string().min(1).max(LONGEST_NAME).optional(),
  mapping: z.string().min(1).max(LONGEST_NAME).optional(),
  at: z.coerce
    .number()
    .int()
    .positive()
    .lt(2 ** 40)
    .optional(),
})

/**
 * Takes a meter file as the body itself: `?id` (a UUID that you choose), `name`, `meter` (the number of the one meter it is about,
 * if it names none or another), `mapping` (how to read a CSV) and `at` (UTC seconds, for telegrams that carry no time). The answer
 * comes when all bytes have (202): from then on the file is read though nobody waits, and GET /api/v1/imports/<id>, which the
 * header Location names, says how far it is, and its report when its status is done, refused or failed.
 */
export async function POST(request: Request): Promise<NextResponse> {
  if (!isFromHere(request)) return refused('RequestMalformed', 403, HANG_UP)
  const viewer = await operator()
  if (viewer instanceof NextResponse) return viewer
  if (FORMS.test(request.headers.get('content-type') ?? '')) return refused('RequestMalformed', 415, HANG_UP)
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success || !request.body) return refused('RequestMalformed', 400, HANG_UP)
  if (Number(request.headers.get('content-length')) > MOST_BYTES) return refused('RequestTooLarge', 413, HANG_UP)
  const order = { ...asked.data, operator: viewer.address, bytes: bytesOf(request.body) }
  const decision = await receiveMeterFile(order)
  if (!decision.ok) return refused(decision.refusal.name, STATUS[decision.refusal.name] ?? 422, HANG_UP)
  const report = await getImport(viewer, order.id)
  const told = report && reportJson(report)
  if (decision.value === 'refused') return NextResponse.json(told, { status: 422, headers: HANG_UP })
  return NextResponse.json(told, { status: 202, headers: { Location: `/api/v1/imports/${order.id}` } })
}

const STATUS: Record<string, number> = { NotOperator: 403, ImportKnown: 409, TooManyRequests: 429, MappingUnknown: 404 }

/** The operator's imports, newest first. */
export async function GET(): Promise<NextResponse> {
  const viewer = await operator()
  if (viewer instanceof NextResponse) return viewer
  return NextResponse.json({ imports: await importsOf(viewer) }, { headers: { 'Cache-Control': 'no-store' } })
}

async function operator(): Promise<SignedInViewer | NextResponse> {
  const viewer = await getViewer()
  if (!viewer) return refused('NotSignedIn', 401, HANG_UP)
  const may = viewer.roles.some((role) => role === 'grid' || role === 'exchange')
  return may ? viewer : refused('NotOperator', 403, HANG_UP)
}

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}
