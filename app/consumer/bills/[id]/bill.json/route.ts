import { getTimeZone } from 'next-intl/server'
import { billFileText } from '@/lib/chain/coding/bill/file'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { billFile } from '@/lib/services/bill-file'
import { fileName, noSuchBill, whoAsks } from '../own-bill'

type Place = { params: Promise<{ id: string }> }

/** Everything anybody needs to check the bill: docs/bill-file.md. With `?download` a browser saves it. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const asks = await whoAsks()
  if ('answer' in asks) return asks.answer
  const file = await billFile(asks.viewer, (await params).id)
  if (!file) return noSuchBill()
  const month = localDateOf(file.runs[0].opening.time, await getTimeZone()).slice(0, 7)
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'private, no-store' })
  if (new URL(request.url).searchParams.has('download'))
    headers.set('content-disposition', `attachment; filename="${fileName(month, 'json')}"`)
  return new Response(billFileText(file), { headers })
}
