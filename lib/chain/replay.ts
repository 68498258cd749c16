/** Asks the deployed contracts what a month would cost: a price formula its cost, the settlement its whole bill. */
import type { PublicClient } from 'viem'
import type { BillLine } from '@/lib/domain/billing/lines'
import { unpack } from '@/lib/domain/billing/lines'
import type { Determinants } from '@/lib/domain/offers/determinants'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { pricingToOffer } from './coding/formula'
import { offerToStruct } from './coding/offer'
import { tableToStruct } from './coding/tariff'
import { billPreviewAbi, contractNameOf, flatFormulaAbi, type ContractAddresses, type ContractName } from './contracts'

/** Every formula answers to IPriceFormula: the ABI of one is that of all. */
const priceFormulaAbi = flatFormulaAbi

export interface MarketChain {
  client: PublicClient
  contracts: ContractAddresses
}

/** The formula contract that prices a line, and its cost in Nano. */
export async function costOnChain(
  { client, contracts }: MarketChain,
  pricing: Pricing,
  usage: Determinants,
): Promise<{ contract: ContractName | undefined; cost: bigint }> {
  const { formula, formulaParams } = pricingToOffer(pricing, contracts)
  const call = { address: formula, abi: priceFormulaAbi, functionName: 'cost' } as const
  const cost = await client.readContract({ ...call, args: [formulaParams, usage] })
  return { contract: contractNameOf(contracts, formula), cost }
}

export interface PreviewedMonth {
  table: TariffTable
  offer: Offer
  contracted: Wh
  usage: Determinants
}

/** The bill that settling would write. */
export async function billOnChain(
  { client, contracts }: MarketChain,
  { table, offer, contracted, usage }: PreviewedMonth,
): Promise<{ lines: BillLine[]; total: Micro }> {
  const call = { address: contracts.BillPreview, abi: billPreviewAbi, functionName: 'preview' } as const
  const args = [tableToStruct(table), offerToStruct(offer), contracted, wh(0n), usage] as const
  const [lines, total] = await client.readContract({ ...call, args })
  return { lines: lines.map(unpack), total: micro(total) }
}
