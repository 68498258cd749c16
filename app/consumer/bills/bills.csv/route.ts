import { getTimeZone } from 'next-intl/server'
import { requireConsumer } from '@/lib/auth/viewer'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { billsCsv } from '../bills-csv'
import { csvResponse } from '../csv-cells'
import { meterLabelsOf } from '../meter-labels'

/** All bills of the viewer, and of nobody else. */
export async function GET(): Promise<Response> {
  const viewer = await requireConsumer('/consumer/bills')
  const [bills, meterLabels, timeZone] = await Promise.all([
    billsOfConsumer(viewer),
    meterLabelsOf(viewer),
    getTimeZone(),
  ])
  return csvResponse(billsCsv(bills, { timeZone, meterLabels }), 'bills.csv')
}
