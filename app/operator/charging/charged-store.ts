/**
 * Vouchers that this charging point gave energy for and has not redeemed yet, in this browser: without the network they wait here.
 * They stay after signing out: the energy was given, and this is all there is to show for it.
 */
import { z } from 'zod'
import { keepText, keptText, useKeptText } from '@/components/wallet/kept-text'
import type { Address } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'

const PREFIX = 'switchyard.charged.'

export interface Charged {
  /** The voucher. */
  text: string
  energy: Wh
  /** UTC seconds. */
  at: number
}

const stored = z.array(z.object({ text: z.string(), energy: z.string().regex(/^\d{1,20}$/), at: z.number().int() }))
const keyOf = (station: Address) => PREFIX + station.toLowerCase()

/** The oldest first. */
export function useCharged(station: Address): Charged[] {
  return parsed(useKeptText(keyOf(station)))
}

export function keepCharged(station: Address, charged: Charged): void {
  write(station, [...read(station), charged])
}

export function dropCharged(station: Address, text: string): void {
  const others = read(station).filter((one) => one.text !== text)
  write(station, others)
}

const read = (station: Address) => parsed(keptText(keyOf(station)))

/** What was written by hand or by another version is as if it were not there. */
function parsed(text: string): Charged[] {
  if (text === '') return []
  try {
    return stored.parse(JSON.parse(text)).map((one) => ({ ...one, energy: wh(BigInt(one.energy)) }))
  } catch {
    return []
  }
}

function write(station: Address, all: readonly Charged[]): void {
  const text = JSON.stringify(all.map((one) => ({ ...one, energy: String(one.energy) })))
  keepText(keyOf(station), text)
}
