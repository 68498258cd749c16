/** What the chain says happened, block by block, decoded. The follower is the only reader. */
import {
  decodeEventLog,
  keccak256,
  serializeTransaction,
  type Block,
  type Log,
  type PublicClient,
  type Transaction,
} from 'viem'
import type { Hex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { marketClient } from './client'
import { signatureInCall } from './coding/signing-call'
import {
  agreementBookAbi,
  autopilotAbi,
  circuitBreakerAbi,
  energyCreditsAbi,
  escrowAbi,
  memberRegistryAbi,
  meterRegistryAbi,
  offerBookAbi,
  purchaseBookAbi,
  revisionsAbi,
  settlementAbi,
  surplusBookAbi,
  surplusMarketAbi,
  tariffBookAbi,
} from './contracts'
import { deployment } from './deployment'

/** Contracts whose events are facts of the market. */
const eventAbis = {
  MemberRegistry: memberRegistryAbi,
  CircuitBreaker: circuitBreakerAbi,
  TariffBook: tariffBookAbi,
  OfferBook: offerBookAbi,
  MeterRegistry: meterRegistryAbi,
  AgreementBook: agreementBookAbi,
  Revisions: revisionsAbi,
  Settlement: settlementAbi,
  PurchaseBook: purchaseBookAbi,
  EnergyCredits: energyCreditsAbi,
  SurplusBook: surplusBookAbi,
  SurplusMarket: surplusMarketAbi,
  Autopilot: autopilotAbi,
  Escrow: escrowAbi,
} as const

export type EventfulContract = keyof typeof eventAbis

export interface DecodedLog {
  contract: EventfulContract
  name: string
  args: Record<string, unknown>
  txHash: Hex
  logIndex: number
  blockNumber: number
  timestamp: number
}

export interface ChainHead {
  number: number
  hash: Hex
  timestamp: number
}

export interface ChainBlock extends ChainHead {
  parentHash: Hex
  /** Demo only: every transaction of the block as it was signed, enough to mine the block again. */
  rawTxs: Hex[]
  logs: DecodedLog[]
}

/** The chain changed while it was being read. Read again. */
export class ChainMoved extends Error {}

export async function headOf(): Promise<ChainHead> {
  return headFrom(await marketClient().getBlock({ blockTag: 'latest' }))
}

/** The highest block that can not change any more; the genesis where the chain does not say. */
export async function finalizedOf(): Promise<ChainHead> {
  try {
    return headFrom(await marketClient().getBlock({ blockTag: 'finalized' }))
  } catch {
    return headFrom(await marketClient().getBlock({ blockNumber: 0n }))
  }
}

export async function blockHashAt(number: number): Promise<Hex | null> {
  const { number: head } = await headOf()
  if (number > head) return null
  return (await marketClient().getBlock({ blockNumber: BigInt(number) })).hash
}

export async function genesisHash(): Promise<Hex> {
  return (await marketClient().getBlock({ blockNumber: 0n })).hash
}

export async function chainId(): Promise<number> {
  return marketClient().getChainId()
}

/** Blocks from..to, both included. Empty blocks cost one header, all headers one round trip. */
export async function fetchBlocks(from: number, to: number): Promise<ChainBlock[]> {
  if (to < from) return []
  const client = marketClient()
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index))
  const [headers, logs] = await Promise.all([
    Promise.all(numbers.map((blockNumber) => client.getBlock({ blockNumber }))),
    client.getLogs({ address: addresses(), fromBlock: BigInt(from), toBlock: BigInt(to) }),
  ])
  const byBlock = new Map<string, Log[]>(headers.map(({ hash }) => [hash, []]))
  for (const log of logs) {
    const inBlock = byBlock.get(log.blockHash)
    if (!inBlock) throw new ChainMoved(`blocks ${from} to ${to} changed while they were read`)
    inBlock.push(log)
  }
  return Promise.all(headers.map((header) => blockFrom(client, header, byBlock.get(header.hash) ?? [])))
}

async function blockFrom(client: PublicClient, header: Block, logs: Log[]): Promise<ChainBlock> {
  const head = headFrom(header)
  const rawTxs = env.mode === 'demo' ? await rawTransactions(client, header.transactions as Hex[]) : []
  const decoded = await Promise.all(logs.flatMap((log) => decode(log, head)).map((log) => withSignature(client, log)))
  return { ...head, parentHash: header.parentHash, rawTxs, logs: decoded.sort((a, b) => a.logIndex - b.logIndex) }
}

function headFrom({ number, hash, timestamp }: Pick<Block, 'number' | 'hash' | 'timestamp'>): ChainHead {
  if (number === null || hash === null) throw new ChainMoved('a pending block is no fact')
  return { number: Number(number), hash, timestamp: Number(timestamp) }
}

function addresses() {
  const { contracts } = deployment()
  return (Object.keys(eventAbis) as EventfulContract[]).map((name) => contracts[name])
}

/** Nothing for an event that this version does not know. */
function decode({ address, data, topics, transactionHash, logIndex }: Log, block: ChainHead): DecodedLog[] {
  const { contracts } = deployment()
  const names = Object.keys(eventAbis) as EventfulContract[]
  const contract = names.find((name) => contracts[name] === address.toLowerCase())
  if (!contract || transactionHash === null || logIndex === null) return []
  try {
    const event = decodeEventLog({ abi: eventAbis[contract], data, topics, strict: true })
    const args = (event.args ?? {}) as unknown as Record<string, unknown>
    const place = { txHash: transactionHash, logIndex, blockNumber: block.number, timestamp: block.timestamp }
    return [{ contract, name: event.eventName, args, ...place }]
  } catch {
    return []
  }
}

/** The one fact of an agreement that its event leaves out: a receipt shows it. */
async function withSignature(client: PublicClient, log: DecodedLog): Promise<DecodedLog> {
  if (log.contract !== 'AgreementBook' || log.name !== 'AgreementSigned') return log
  const { input } = await client.getTransaction({ hash: log.txHash })
  const signature = signatureInCall(input)
  return signature === null ? log : { ...log, args: { ...log.args, signature } }
}

async function rawTransactions(client: PublicClient, hashes: readonly Hex[]): Promise<Hex[]> {
  const raw = await Promise.all(hashes.map((hash) => rawTransaction(client, hash)))
  return raw.filter((bytes) => bytes !== null)
}

/**
 * As it was signed; written again from its fields where the node does not keep the bytes. Null for a kind of transaction
 * that cannot be written: anybody may send one, and it must not stop the follower.
 */
async function rawTransaction(client: PublicClient, hash: Hex): Promise<Hex | null> {
  const kept = await client
    .request<{ Method: string; Parameters: [Hex]; ReturnType: Hex | null }>({
      method: 'eth_getRawTransactionByHash',
      params: [hash],
    })
    .catch(() => null)
  const raw = kept ?? serialize(await client.getTransaction({ hash }))
  return raw !== null && keccak256(raw) === hash ? raw : null
}

function serialize({ input, r, s, v, yParity, ...tx }: Transaction): Hex | null {
  const fields = { ...tx, data: input } as unknown as Parameters<typeof serializeTransaction>[0]
  const signature = { r, s, v, ...(yParity === undefined ? {} : { yParity }) } as { r: Hex; s: Hex; v: bigint }
  try {
    return serializeTransaction(fields, signature)
  } catch {
    return null
  }
}
