/** A meter that the viewer operates: who changes its data is its operator, whoever else may see it. */
import type { Viewer } from '@/lib/db/client'
import { getMeter, type MeterRow } from '@/lib/db/read/metering'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { ComparedMeter } from '@/lib/domain/metering/register-differences'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { sameHex, type Address } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'

export async function ownMeter(viewer: Viewer, meterId: string): Promise<Decision<MeterRow>> {
  const meter = await getMeter(viewer, meterId)
  if (!meter) return refuse('MeterUnknown', { meterId })
  if (!sameHex(meter.operator, viewer.address as Address)) return refuse('NotMeterOperator')
  return ok(meter)
}

/** As its registers are to be compared with its intervals. */
export function comparedMeter({ digits, multiplier, capacity }: MeterRow): ComparedMeter {
  return { digits, multiplier, capacity, calendar: marketRegisterCalendar, timeZone: env.marketTimeZone }
}
