/** Transactions that members send from their own wallets, found by the function they call. */
import { decodeFunctionData, type Abi } from 'viem'
import {
  energyCreditsAbi,
  escrowAbi,
  meterRegistryAbi,
  offerBookAbi,
  settlementTokenAbi,
  surplusBookAbi,
  surplusMarketAbi,
  tariffBookAbi,
} from '@/lib/chain/contracts'
import type { CallRequest } from './prompts'

const KNOWN = {
  OfferBook: offerBookAbi,
  EnergyCredits: energyCreditsAbi,
  Escrow: escrowAbi,
  SettlementToken: settlementTokenAbi,
  MeterRegistry: meterRegistryAbi,
  TariffBook: tariffBookAbi,
  SurplusBook: surplusBookAbi,
  SurplusMarket: surplusMarketAbi,
} as const

export type KnownContract = keyof typeof KNOWN

export interface KnownCall {
  contract: KnownContract
  name: string
  args: readonly unknown[]
}

/** Null for a contract or a function that is not the market's: a name alone proves nothing, so the address decides. */
export function knownCall({ to, data }: CallRequest, contracts: Readonly<Record<KnownContract, string>>) {
  const contract = (Object.keys(KNOWN) as KnownContract[]).find(
    (name) => contracts[name].toLowerCase() === to.toLowerCase(),
  )
  if (!contract) return null
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: KNOWN[contract] as Abi, data })
    return { contract, name: functionName, args } satisfies KnownCall
  } catch {
    return null
  }
}
