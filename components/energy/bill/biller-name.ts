import type { SettlementModel } from '@/lib/domain/offers/offer'
import { shortHex } from '@/lib/format/hex'

export interface BillParties {
  model: SettlementModel
  /** Names are null where they are not public. */
  retailer: { address: string; name: string | null }
  grid: { address: string; name: string | null }
}

/** Who sends the bill: the retailer where it is separate from the wires, otherwise the grid company. */
export function billerName({ model, retailer, grid }: BillParties): string {
  const { address, name } = model === 'RetailerLed' ? retailer : grid
  return name ?? shortHex(address)
}
