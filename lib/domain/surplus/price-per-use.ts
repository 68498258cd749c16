import { microPerKwh, WH_PER_KWH, type MicroPerKwh } from '../units/units'
import type { UseValue } from './best-use'

/** What each kWh brings that there is to use. Rounded down. */
export function pricePerUse({ energy, money }: UseValue): MicroPerKwh {
  return microPerKwh(energy === 0n ? 0n : (money * WH_PER_KWH) / energy)
}
