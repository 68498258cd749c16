/** The true read of an instant that was estimated, from a meter of the demo: somebody goes there and reads the dials. Demo only. */
import { meterFacts, readBefore, storedDays } from '@/lib/db/read/settlement-inputs'
import { refuse, type Decision } from '@/lib/domain/decision'
import { localDateOf } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { measureDays } from './estimated-days'
import { simulatedKeyOf, simulatedRead } from './meter-simulator'
import { recordRead } from './record-read'

/** @returns the id of the request, to follow. */
export async function readAgain(meterId: Hex, time: number): Promise<Decision<string>> {
  if (env.mode !== 'demo') return refuse('ReadNotMeasured', { meterId, time: BigInt(time) })
  const [meter, before] = await Promise.all([meterFacts(meterId), readBefore(meterId, time)])
  if (!meter || !before) return refuse('MeterUnknown', { meterId })
  // What was filled in since the read before gives way to what the meter measured.
  const span = { from: localDateOf(before.time, env.marketTimeZone), to: localDateOf(time, env.marketTimeZone) }
  await measureDays(meterId, await storedDays(meterId, span))
  const shown = await simulatedRead({ ...meter, lastRead: before }, time)
  if (!shown) return refuse('MeterUnknown', { meterId })
  const read = { ...shown.read, quality: 'Measured' } as const
  return recordRead({ read, signature: await simulatedKeyOf(meterId).sign(read) })
}
