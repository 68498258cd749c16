import { getTimeZone } from 'next-intl/server'
import { requireConsumer } from '@/lib/auth/viewer'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { billsCsv } from '../bills-csv'
import { meterLabelsOf } from '../meter-labels'

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** All bills of the viewer, and of nobody else. */
export async function GET(): Promise<Response> {
  const viewer = await requireConsumer('/consumer/bills')
  const [bills, meterLabels, timeZone] = await Promise.all([
    billsOfConsumer(viewer),
    meterLabelsOf(viewer),
    getTimeZone(),
  ])
  return new Response(BYTE_ORDER_MARK + billsCsv(bills, { timeZone, meterLabels }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="bills.csv"',
      'cache-control': 'private, no-store',
    },
  })
}
