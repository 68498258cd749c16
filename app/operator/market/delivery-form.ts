import { periodStarting } from '@/lib/domain/settlement/period'
import type { FormReader } from '../meters/form-reader'

const WIDEST_UINT32 = 2 ** 32 - 1
const LATEST = 2 ** 40 - 1

/** The region and the published delivery period that something is for. */
export function readDelivery<Period extends { start: number }>(reader: FormReader, periods: readonly Period[]) {
  const region = reader.count('region', { from: 0, to: WIDEST_UINT32 })
  const start = reader.count('start', { from: 0, to: LATEST })
  const period = periodStarting(periods, start)
  if (!period) reader.wrong('start', 'choice')
  return { region, start, period }
}
