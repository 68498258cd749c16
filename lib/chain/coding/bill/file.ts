/**
 * The file of a bill: everything anybody needs to work it out again and to compare it with the chain. Nothing in it is believed: each
 * field is recomputed, or compared with what the chain recorded. docs/bill-file.md says what each means. Safe for the client.
 */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { BillLine } from '@/lib/domain/billing/lines'
import type { BilledSurplus } from '@/lib/domain/billing/surplus'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Micro, SignedNano, Wh } from '@/lib/domain/units/units'
import { firstFault, jsonRecord } from '../json-record'
import { LONGEST_BILL_FILE } from './file-limits'
import { MARKET_CONTRACTS, schema } from './schema'

export const BILL_FILE_FORMAT = 'switchyard-bill'
export const BILL_FILE_VERSION = 1

export type MarketContract = (typeof MARKET_CONTRACTS)[number]

/** A read with where it was recorded and what its meter signed it with; null where nobody signed it or nobody can tell. */
export interface FileRead extends Omit<Read, 'meterId'> {
  transaction: Hex | null
  seal: { signer: Hex; signature: Hex } | null
}

export interface FileLine extends BillLine {
  account: Address
}

export interface SettledRun {
  kind: 'settled'
  transaction: Hex
  block: number
  /** Of the block. */
  time: number
  opening: FileRead
  closing: FileRead
  used: RegisterValues<Wh>
  /** Contracted energy that was traded, and credits that the bill took; absent if there was none. */
  surplus?: BilledSurplus
  lines: FileLine[]
}

/** A bill that was made again: the lines it takes back, and those that take their place. */
export interface RevisedRun extends Omit<SettledRun, 'kind'> {
  kind: 'revised'
  /** Of the event in its block. */
  log: number
  reversed: FileLine[]
}

/** Only the true-up of the contract year was made again, because a month of it was. */
export interface TrueUpRun {
  kind: 'trueUp'
  transaction: Hex
  block: number
  time: number
  log: number
  reversed: FileLine[]
  lines: FileLine[]
}

export type FileRun = SettledRun | RevisedRun | TrueUpRun

/** What a run says a month adds to its contract year. `log` is null for the first run. */
export interface MonthRun {
  transaction: Hex
  block: number
  log: number | null
  used: Wh
  charged: Micro
}

export interface YearMonth {
  index: number
  contracted: Wh
  runs: MonthRun[]
}

export interface BillFile {
  chainId: number
  contracts: Record<MarketContract, Address>
  /** `endsHere`: the term is cut where this bill ends, by a switch or a notice. */
  agreement: { id: Hex; transaction: Hex; endsHere: boolean; terms: Terms }
  offer: { name: string; transaction: Hex; content: Offer }
  tariff: { transaction: Hex; table: TariffTable }
  meter: CountingMeter
  /** The number of the period, counted from zero at the start of the agreement. */
  index: number
  /** Whether the exit fee is due with this bill. */
  exit: boolean
  /** What the period's energy costs at the interval index; null where the price follows none. */
  indexCost: SignedNano | null
  contracted: Wh
  /** Of the newest run. */
  total: Micro
  runs: [SettledRun, ...FileRun[]]
  /** The months of the contract year before this one; null for a bill that closes none. */
  year: YearMonth[] | null
}

/** Text of a file. Integers beyond what JSON keeps exactly are decimal strings. */
export function billFileText(file: BillFile): string {
  const content = { format: BILL_FILE_FORMAT, version: BILL_FILE_VERSION, ...file }
  return JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2)
}

/** What is no bill file is refused by name: too long, no JSON, another kind of file, a newer version, or a wrong field. */
export function parseBillFile(text: string): Decision<BillFile> {
  if (text.length > LONGEST_BILL_FILE) return refuse('BillFileTooLarge', { most: BigInt(LONGEST_BILL_FILE) })
  const json = jsonRecord(text)
  if (!json) return refuse('BillFileUnreadable')
  const { format, version, ...content } = json
  if (format !== BILL_FILE_FORMAT) return refuse('BillFileOther')
  if (typeof version === 'number' && version > BILL_FILE_VERSION)
    return refuse('BillFileNewer', { version: String(version) })
  if (version !== BILL_FILE_VERSION) return refuse('BillFileMalformed', { detail: 'version: is not 1' })
  const parsed = schema.safeParse(content)
  if (parsed.success) return ok(parsed.data as unknown as BillFile)
  return refuse('BillFileMalformed', { detail: firstFault(parsed.error) })
}

/** Every transaction that a file names, once. */
export function transactionsOf({ agreement, offer, tariff, runs, year }: BillFile): Hex[] {
  const reads = runs.flatMap((run) => (run.kind === 'trueUp' ? [] : [run.opening, run.closing]))
  const months = (year ?? []).flatMap((month) => month.runs)
  const named = [agreement, offer, tariff, ...runs, ...reads, ...months].map(({ transaction }) => transaction)
  return [...new Set(named.filter((hash) => hash !== null))]
}
