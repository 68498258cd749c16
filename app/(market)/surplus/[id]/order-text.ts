/** What people type into a lot or a bid: kWh, and a price in steps of a tick. */
import { MAX_ORDER_WH, MAX_TICK, pricePerKwh, tick, type Tick } from '@/lib/domain/surplus/tick'
import { WH_PER_KWH, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { isAmbiguous, parseKwh, parsePrice, typedMoney } from '@/lib/format/parse-amount'

export type EnergyFault = 'missing' | 'ambiguous' | 'malformed' | 'zero' | 'tooMuch'
export type PriceFault = 'missing' | 'ambiguous' | 'malformed' | 'finer' | 'tooMuch'
export type Typed<Value, Fault> = { ok: true; value: Value } | { ok: false; fault: Fault }

/** @param most What there is of it; null where only the market's own limit counts. */
export function readEnergy(text: string, most: Wh | null): Typed<Wh, EnergyFault> {
  const fault = emptyOrUnclear(text)
  if (fault) return { ok: false, fault }
  const value = parseKwh(text)
  if (value === null) return { ok: false, fault: 'malformed' }
  if (value === 0n) return { ok: false, fault: 'zero' }
  return value > (most ?? MAX_ORDER_WH) || value > MAX_ORDER_WH
    ? { ok: false, fault: 'tooMuch' }
    : { ok: true, value: wh(value) }
}

export function readTick(text: string): Typed<Tick, PriceFault> {
  const fault = emptyOrUnclear(text)
  if (fault) return { ok: false, fault }
  const price = parsePrice(text)
  if (price === null) return { ok: false, fault: 'malformed' }
  if (price % WH_PER_KWH !== 0n) return { ok: false, fault: 'finer' }
  const ticks = price / WH_PER_KWH
  return ticks > MAX_TICK ? { ok: false, fault: 'tooMuch' } : { ok: true, value: tick(ticks) }
}

/** A price as it would be typed, per kWh. */
export function typedTick(price: Tick): string {
  return typedMoney(pricePerKwh(price) as bigint as Micro)
}

/** What stands in the field after a step up or down; what cannot be read stays. */
export function stepped(text: string, steps: 1 | -1): string {
  const read = text.trim() === '' ? { ok: true as const, value: tick(0n) } : readTick(text)
  if (!read.ok) return text
  const next = read.value + BigInt(steps)
  return next < 0n || next > MAX_TICK ? text : typedTick(tick(next))
}

function emptyOrUnclear(text: string): 'missing' | 'ambiguous' | null {
  if (text.trim() === '') return 'missing'
  return isAmbiguous(text) ? 'ambiguous' : null
}
