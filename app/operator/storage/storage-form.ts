import type { StorageTerms } from '@/lib/domain/surplus/credits'
import { BPS_ONE } from '@/lib/domain/units/units'
import type { FormReader } from '../meters/form-reader'

const DAY_S = 86_400
const WIDEST_UINT32 = 2 ** 32 - 1
/** On chain a lifetime is 32 bits of seconds. */
const MOST_DAYS = Math.floor(WIDEST_UINT32 / DAY_S)

/** What is typed to offer storage: per cent, days and kWh. */
export function readStorage(reader: FormReader): StorageTerms {
  const efficiency = reader.percent('efficiency')
  const days = reader.count('lifetime', { from: 1, to: MOST_DAYS })
  const capacity = reader.energy('capacity')
  if (efficiency === 0n || efficiency > BPS_ONE) reader.wrong('efficiency', 'range')
  if (capacity === 0n) reader.wrong('capacity', 'range')
  return { efficiency, lifetime: days * DAY_S, capacity }
}

/** Which offer is to be closed. */
export function readStorageId(reader: FormReader): number {
  return reader.count('storage', { from: 1, to: WIDEST_UINT32 })
}
