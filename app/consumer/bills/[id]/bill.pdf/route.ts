import { getTimeZone } from 'next-intl/server'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { printBill } from '@/lib/services/print-bill'
import { refused } from '@/app/api/json-body'
import { fileName, noSuchBill, whoAsks } from '../own-bill'

type Place = { params: Promise<{ id: string }> }

const SOON_S = '10'

/** The bill's own page, printed: tagged, so that it can be read aloud. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const asks = await whoAsks()
  if ('answer' in asks) return asks.answer
  const printed = await printBill(asks.viewer, (await params).id, request.headers.get('cookie') ?? '')
  if (!printed) return noSuchBill()
  if (!printed.ok) return refused(printed.refusal.name, 503, { 'retry-after': SOON_S })
  const { pdf, start } = printed.value
  const month = localDateOf(start, await getTimeZone()).slice(0, 7)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName(month, 'pdf')}"`,
      'cache-control': 'private, no-store',
    },
  })
}
