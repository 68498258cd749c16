import { getTimeZone } from 'next-intl/server'
import { NextResponse } from 'next/server'
import { requireConsumer } from '@/lib/auth/viewer'
import { exportUsage, type UsageWanted } from '@/lib/services/export-usage'
import { refused } from '../../api/json-body'
import { utcSeconds } from '../../utc-seconds'
import { isDate, METERING_PATH } from './metering-choice'

const CONTENT_TYPE = { csv: 'text/csv; charset=utf-8', 'green-button': 'application/atom+xml; charset=utf-8' }
/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The intervals of one of the viewer's meters, of nobody else's, as they are read from the database. */
export async function usageDownload(request: Request, format: UsageWanted['format']): Promise<Response> {
  const viewer = await requireConsumer(METERING_PATH)
  const query = new URL(request.url).searchParams
  const [meterId, first, last] = [query.get('meter') ?? '', query.get('from'), query.get('to')]
  if (!/^0x[0-9a-fA-F]{64}$/.test(meterId) || !isDate(first) || !isDate(last) || last < first)
    return refused('RequestMalformed', 400)
  const wanted = { meterId, first, last, format }
  const decision = await exportUsage(viewer, wanted, { now: utcSeconds(), timeZone: await getTimeZone() })
  if (!decision.ok) return refused(decision.refusal.name, 404)
  const { name, pieces } = decision.value
  return new NextResponse(streamOf(pieces, format === 'csv' ? BYTE_ORDER_MARK : ''), {
    headers: {
      'content-type': CONTENT_TYPE[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** A piece is made when it can be sent. Whoever stops reading stops the reading of the database. */
function streamOf(pieces: AsyncGenerator<string>, start: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => {
      if (start) controller.enqueue(encoder.encode(start))
    },
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await pieces.return(undefined)
    },
  })
}
