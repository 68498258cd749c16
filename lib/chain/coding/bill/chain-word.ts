/** What a node said of the transactions that a bill file names, and what the market's contracts told in them. Safe for the client. */
import { decodeEventLog, decodeFunctionResult, encodeFunctionData, type Abi } from 'viem'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import {
  agreementBookAbi,
  meterRegistryAbi,
  offerBookAbi,
  revisionsAbi,
  settlementAbi,
  surplusBookAbi,
  tariffBookAbi,
  type ContractAddresses,
} from '../../contracts'
import type { SentCall } from '../closing-signature'
import type { BillFile, MarketContract } from './file'

/** As a node returns it. */
export interface WordLog {
  address: Address
  topics: readonly Hex[]
  data: Hex
  logIndex: Hex
}

export interface WordReceipt {
  succeeded: boolean
  block: number
  /** Of the block, UTC seconds. */
  time: number
  logs: readonly WordLog[]
  sent: SentCall
}

export interface BillWord {
  chainId: number
  /** By transaction; null if the chain has no such transaction. */
  receipts: ReadonlyMap<Hex, WordReceipt | null>
  /** Answers to `questionsOf`, as they came; null where there was none. */
  state: Record<Question, Hex | null>
}

/** What is asked of the contracts as they stand now: ids only, nothing of the file's content. */
export type Question = 'agreement' | 'openBill' | 'year'

/** The market whose word the visitor takes: its chain and its contracts, never those that the file names. */
export interface BillMarket {
  chainId: number
  contracts: ContractAddresses
}

const MONTHS = 12
const abis = {
  AgreementBook: agreementBookAbi,
  MeterRegistry: meterRegistryAbi,
  OfferBook: offerBookAbi,
  Revisions: revisionsAbi,
  Settlement: settlementAbi,
  TariffBook: tariffBookAbi,
} as const satisfies Record<MarketContract, Abi>
/** Files do not name it: those of bills without surplus have nothing to do with it. */
const tellers = { ...abis, SurplusBook: surplusBookAbi } as const
export type Teller = keyof typeof tellers

export function questionsOf(
  { agreement: { id }, index }: BillFile,
  { contracts }: BillMarket,
): Record<Question, { to: Address; data: Hex }> {
  const year = BigInt(Math.floor(index / MONTHS))
  return {
    agreement: {
      to: contracts.AgreementBook,
      data: encodeFunctionData({ abi: agreementBookAbi, functionName: 'stateOf', args: [id] }),
    },
    openBill: {
      to: contracts.Revisions,
      data: encodeFunctionData({ abi: revisionsAbi, functionName: 'openBill', args: [id, index] }),
    },
    year: {
      to: contracts.Revisions,
      data: encodeFunctionData({ abi: revisionsAbi, functionName: 'yearOf', args: [id, year] }),
    },
  }
}

export interface StateNow {
  /** Where the term is cut; null if nothing cuts it. */
  endsAt: number | null
  openBill: Hex
  year: { contracted: bigint; used: bigint; charged: bigint }
}

/** Null if an answer is missing or is none. */
export function stateNow({ state }: BillWord): StateNow | null {
  if (!state.agreement || !state.openBill || !state.year) return null
  try {
    const { endsAt } = decodeFunctionResult({ abi: agreementBookAbi, functionName: 'stateOf', data: state.agreement })
    const openBill = decodeFunctionResult({ abi: revisionsAbi, functionName: 'openBill', data: state.openBill })
    const [contracted, used, charged] = decodeFunctionResult({
      abi: revisionsAbi,
      functionName: 'yearOf',
      data: state.year,
    })
    return { endsAt: endsAt === 0 ? null : endsAt, openBill, year: { contracted, used, charged } }
  } catch {
    return null
  }
}

export interface Told {
  contract: Teller
  name: string
  args: Record<string, unknown>
  log: number
}

/** What the market's contracts told. Logs of any other contract say nothing, whatever they look like. */
export function toldIn({ logs }: Pick<WordReceipt, 'logs'>, { contracts }: BillMarket): Told[] {
  const names = Object.keys(tellers) as Teller[]
  return logs.flatMap(({ address, topics, data, logIndex }) => {
    const contract = names.find((name) => sameHex(contracts[name], address))
    if (!contract) return []
    try {
      const abi = tellers[contract] as Abi
      const { eventName, args } = decodeEventLog({ abi, data, topics: [...topics] as [Hex, ...Hex[]], strict: true })
      if (eventName === undefined) return []
      return [{ contract, name: eventName, args: (args ?? {}) as Record<string, unknown>, log: Number(logIndex) }]
    } catch {
      return []
    }
  })
}
