/** The market's contracts, by name: the only importer of the generated ABIs. Safe for the client; addresses come from deployment.ts. */
import { FORMULA_CONTRACTS } from '@/contracts/generated/abis'
import type { Address, Hex } from '@/lib/domain/units/hex'

export {
  accessManagerAbi,
  agreementBookAbi,
  autopilotAbi,
  billPreviewAbi,
  circuitBreakerAbi,
  energyCreditsAbi,
  errorsAbi,
  escrowAbi,
  flatFormulaAbi,
  memberRegistryAbi,
  meterRegistryAbi,
  modularAbi,
  offerBookAbi,
  purchaseBookAbi,
  revisionsAbi,
  settlementAbi,
  settlementTokenAbi,
  surplusBookAbi,
  surplusMarketAbi,
  tariffBookAbi,
} from '@/contracts/generated/abis'

export const CONTRACT_NAMES = [
  'AccessManager',
  'MemberRegistry',
  'CircuitBreaker',
  'TariffBook',
  'OfferBook',
  'MeterRegistry',
  'AgreementBook',
  'EnergyCredits',
  'SurplusBook',
  'Revisions',
  'Settlement',
  'BillPreview',
  'PurchaseBook',
  'SurplusMarket',
  'Autopilot',
  'Escrow',
  'SettlementToken',
  ...FORMULA_CONTRACTS,
  'ERC7913P256Verifier',
] as const

export type ContractName = (typeof CONTRACT_NAMES)[number]
export type ContractAddresses = Record<ContractName, Address>

/** Written by scripts/deploy.ts: where the market lives on one chain. */
export interface Deployment {
  chainId: number
  genesisHash: Hex
  /** Hash of the contracts' bytecode: a market made by other contracts is another market. Absent in files of older versions. */
  bytecode?: Hex
  /** The first block that can hold an event of the market. */
  startBlock: number
  token: { name: string; version: string; symbol: string }
  contracts: ContractAddresses
}

/** Which contract has an address; what the formula of an offer is called. */
export function contractNameOf(contracts: ContractAddresses, address: string): ContractName | undefined {
  const wanted = address.toLowerCase()
  return CONTRACT_NAMES.find((name) => contracts[name].toLowerCase() === wanted)
}
