import { getTimeZone } from 'next-intl/server'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { csvResponse } from '../../csv-cells'
import { billCsv } from '../bill-csv'
import { fileName, noSuchBill, ownBill, whoAsks } from '../own-bill'

type Place = { params: Promise<{ id: string }> }

/** The lines of the bill, for a spreadsheet. */
export async function GET(_: Request, { params }: Place): Promise<Response> {
  const asks = await whoAsks()
  if ('answer' in asks) return asks.answer
  const bill = await ownBill(asks.viewer, (await params).id)
  if (!bill) return noSuchBill()
  const timeZone = await getTimeZone()
  return csvResponse(billCsv(bill, timeZone), fileName(localDateOf(bill.start, timeZone).slice(0, 7), 'csv'))
}
