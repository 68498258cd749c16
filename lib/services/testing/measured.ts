/** Interval data of the test market's meters, and reads that commit to them. */
import { asWorker } from '@/lib/db/client'
import { meterFacts } from '@/lib/db/read/settlement-inputs'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { addDays, hoursOf, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { simulatedRead } from '../meter-simulator'
import { recordRead } from '../record-read'
import { TIME_ZONE } from './market'
import { valueOf } from './supply'

export interface Measured {
  meterId: Hex
  from: LocalDate
  /** Not measured any more. */
  to: LocalDate
  /** In every hour. */
  eachWh: bigint
  /** Each day has another one: made of this. */
  salt?: number
  quality?: ReadQuality
}

/** Whole days of hours, as an import writes them. */
export async function measure({ meterId, from, to, eachWh, salt = 1, quality = 'Measured' }: Measured): Promise<void> {
  const days: LocalDate[] = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day)
  const rows = days.map((day, index) => {
    const importWh = hoursOf(day, TIME_ZONE).map((_, hour) => wh(eachWh + BigInt(hour)))
    const exportWh = importWh.map(() => wh(0n))
    const bytes = Uint8Array.from({ length: 32 }, (_, place) => (place === 0 ? salt : place === 1 ? index : place))
    return { meterId, day, importWh, exportWh, minutes: 60, quality, salt: bytes }
  })
  await asWorker((tx) => saveIntervalDays(tx, rows))
}

/** What the meter signs at an instant over the days that are stored, handed in. */
export async function signOver(meterId: Hex, time: number): Promise<void> {
  const meter = await meterFacts(meterId)
  const signed = meter && (await simulatedRead(meter, time))
  if (!signed) throw new Error(`the days before ${localDateOf(time, TIME_ZONE)} are not all there`)
  valueOf(await recordRead(signed))
}
