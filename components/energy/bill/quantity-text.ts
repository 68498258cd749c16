import type { Wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import type { Locale } from '@/lib/format/locale'

const WH_PER_KWH = 1000n

/** Energy as a bill states it: always kWh, every Wh of it, without empty decimals. */
export function billedEnergy(energy: Wh, locale: Locale): string {
  return formatEnergy(energy, locale, { unit: 'kWh', digits: energy % WH_PER_KWH === 0n ? 0 : 3 })
}
