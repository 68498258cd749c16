/** What journeys need done on the market's chain: by the grid company, by a retailer, or by its clock. */
import { readFileSync } from 'node:fs'
import {
  createPublicClient,
  createTestClient,
  createWalletClient,
  http,
  parseEventLogs,
  type Hash,
  type LocalAccount,
} from 'viem'
import { generatePrivateKey } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { readFromEvent, type ReadRecordedArgs } from '../lib/chain/coding/metering'
import { exampleFromStruct, offerFromStruct, type ExampleStruct, type OfferStruct } from '../lib/chain/coding/offer'
import {
  escrowAbi,
  meterRegistryAbi,
  offerBookAbi,
  surplusMarketAbi,
  type ContractAddresses,
} from '../lib/chain/contracts'
import { DEMO_INDEX, demoAccount } from '../lib/chain/demo-keys'
import { offerId } from '../lib/chain/ids'
import { mintCall, publishOfferCall, registerMeterCall, type Call } from '../lib/chain/intents/calls'
import { openSessionCall } from '../lib/chain/intents/surplus'
import { demoMeterKey, type MeterKey } from '../lib/chain/meter-keys'
import type { Read } from '../lib/domain/metering/read'
import { registerValues } from '../lib/domain/metering/register-values'
import type { Offer } from '../lib/domain/offers/offer'
import type { SessionKind } from '../lib/domain/surplus/session'
import type { Hex } from '../lib/domain/units/hex'
import { micro, watt, wh } from '../lib/domain/units/units'
import { market } from './stack'
import { accountOf } from './wallet'

const GRID = 'Hubei Grid Company (demo)'
const EXCHANGE = 'Hubei Power Exchange (demo)'
/** Shanghai, all year. */
const AHEAD_S = 8 * 3_600
const PATIENCE_MS = 60_000
/** As the seeded homes: Hubei, below 1 kV. */
const HOME = { region: 42, voltageClass: 0, customerClass: 'Household' } as const

const chain = () => createPublicClient({ chain: foundry, transport: http(market().rpcUrl) })

export function contracts(): ContractAddresses {
  return (JSON.parse(readFileSync(market().deploymentFile, 'utf8')) as { contracts: ContractAddresses }).contracts
}

const send = (sender: string, call: Call) => sendFrom(accountOf(sender), call)

async function sendFrom(account: LocalAccount, call: Call): Promise<void> {
  const wallet = createWalletClient({ account, chain: foundry, transport: http(market().rpcUrl) })
  const hash: Hash = await wallet.sendTransaction(call)
  const { status } = await chain().waitForTransactionReceipt({ hash, pollingInterval: 200 })
  if (status !== 'success') throw new Error(`${account.address}'s transaction ${hash} failed`)
}

/** A supply point that nobody supplies yet. Returns the meter's id once the market knows it. */
export async function newMeter(holder: string, kw = 20): Promise<Hex> {
  const meterId = generatePrivateKey()
  const { timestamp } = await chain().getBlock()
  const meter = {
    ...HOME,
    operator: accountOf(GRID).address,
    holder: accountOf(holder).address,
    digits: 9,
    multiplier: 1,
    capacity: watt(BigInt(kw) * 1_000n),
    signer: keyOf(meterId).signer,
  }
  const opening = {
    meterId,
    time: Number(timestamp) - 60,
    sequence: 0,
    quality: 'Measured',
    importWh: registerValues([wh(0n), wh(0n), wh(0n), wh(0n), wh(0n)]),
    exportWh: wh(0n),
    maxDemand: watt(0n),
    intervalRoot: `0x${'0'.repeat(64)}`,
  } as const
  await send(GRID, registerMeterCall(contracts(), meterId, meter, opening))
  await followed()
  return meterId
}

/** Test money in a member's own wallet, Micro: the seed gives some to consumers only. */
export async function giveMoney(holder: string, amount: bigint): Promise<void> {
  await sendFrom(demoAccount(DEMO_INDEX.deployer), mintCall(contracts(), accountOf(holder).address, micro(amount)))
}

/** The key in a demo meter, and in those that journeys have registered. */
function keyOf(meterId: Hex): MeterKey {
  const { MeterRegistry, ERC7913P256Verifier } = contracts()
  return demoMeterKey(meterId, {
    chainId: foundry.id,
    meterRegistry: MeterRegistry,
    p256Verifier: ERC7913P256Verifier,
  })
}

/** The reads of a meter that the chain has recorded since its opening, in order. */
export async function recordedReads(meterId: Hex): Promise<Read[]> {
  const logs = await chain().getLogs({ address: contracts().MeterRegistry, fromBlock: 0n })
  const events = parseEventLogs({ abi: meterRegistryAbi, logs, eventName: 'ReadRecorded', args: { meterId } })
  return events.map(({ args }) => readFromEvent(args as unknown as ReadRecordedArgs))
}

/** As the gateway of a meter does: signed by the meter, and again and again until the chain has it. */
export async function handIn(read: Read): Promise<void> {
  const signature = await keyOf(read.meterId).sign(read)
  const body = JSON.stringify({ read, signature }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await (await fetch(`${market().url}/api/v1/reads`, request)).text()
    if ('recorded' in (JSON.parse(answer) as object)) return
    if (Date.now() > giveUpAt) throw new Error(`the read of ${new Date(read.time * 1_000).toISOString()}: ${answer}`)
    await new Promise((next) => setTimeout(next, 1_000))
  }
}

interface Published {
  name: string
  offer: Offer
  examples: ReturnType<typeof exampleFromStruct>[]
}

async function publishedOffer(name: string): Promise<Published> {
  const logs = await chain().getLogs({ address: contracts().OfferBook, fromBlock: 0n })
  const events = parseEventLogs({ abi: offerBookAbi, logs, eventName: 'OfferPublished' })
  const found = events.find(({ args }) => args.name === name)
  if (!found) throw new Error(`nobody has published ${name}`)
  const { offer, examples } = found.args as unknown as { offer: OfferStruct; examples: readonly ExampleStruct[] }
  return { name, offer: offerFromStruct(offer), examples: examples.map(exampleFromStruct) }
}

/** The deposit that an offer asks for each kWh of an average month, Micro. */
export async function depositPrice(name: string): Promise<bigint> {
  return (await publishedOffer(name)).offer.deposit
}

/** Another offer like one there is, which can be signed for so many seconds more. Returns its id once the market shows it. */
export async function publishAgain(
  original: string,
  { name, retailer, forSeconds }: { name: string; retailer: string; forSeconds: number },
): Promise<{ id: Hex; validUntil: number }> {
  const { offer, examples } = await publishedOffer(original)
  const { timestamp } = await chain().getBlock()
  const validUntil = Number(timestamp) + forSeconds
  const next = { ...offer, retailer: accountOf(retailer).address, validUntil }
  await send(retailer, publishOfferCall(contracts(), { offer: next, name, examples }))
  await followed()
  return { id: offerId(next), validUntil }
}

export async function balancesOf(holder: string): Promise<{ free: bigint; locked: bigint }> {
  const call = { address: contracts().Escrow, abi: escrowAbi, functionName: 'accountOf' } as const
  return chain().readContract({ ...call, args: [accountOf(holder).address], blockTag: 'pending' })
}

export const freeBalance = async (holder: string): Promise<bigint> => (await balancesOf(holder)).free

export interface WantedSession {
  kind: SessionKind
  /** Of the delivery period; the running month unless it is given. */
  start?: number
  openFor: number
}

/** The exchange opens a session in the homes' region, which locks when it closes. */
export async function openSession({ kind, start, openFor }: WantedSession): Promise<{ id: bigint; closeAt: number }> {
  const now = Number((await chain().getBlock()).timestamp)
  const closeAt = now + openFor
  const opening = { region: HOME.region, start: start ?? monthOf(now), kind, lockAt: closeAt, closeAt }
  await send(EXCHANGE, openSessionCall(contracts(), opening))
  await followed()
  const call = { address: contracts().SurplusMarket, abi: surplusMarketAbi, functionName: 'sessions' } as const
  return { id: await chain().readContract(call), closeAt }
}

/** First instant of the month that an instant belongs to, on the wall in Shanghai. */
function monthOf(instant: number): number {
  const wall = new Date((instant + AHEAD_S) * 1_000)
  return Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1) / 1_000 - AHEAD_S
}

/** Until a block at or after an instant is mined. */
export async function chainReaches(instant: number): Promise<void> {
  while (Number((await chain().getBlock()).timestamp) < instant) await new Promise((next) => setTimeout(next, 500))
}

/** Lets time go by on the chain. It never goes back: what the wall's clock says is over for every journey that follows. */
export async function letTimePass(until: number): Promise<void> {
  const node = createTestClient({ mode: 'anvil', chain: foundry, transport: http(market().rpcUrl) })
  if ((await chain().getBlock()).timestamp >= BigInt(until)) return
  await node.setNextBlockTimestamp({ timestamp: BigInt(until) })
  await chainReaches(until)
  await followed()
}

/** The chain mines nothing until it is let on: whatever is sent meanwhile stays on its way. */
export async function stopMining(): Promise<() => Promise<void>> {
  const node = createTestClient({ mode: 'anvil', chain: foundry, transport: http(market().rpcUrl) })
  await node.setIntervalMining({ interval: 0 })
  return () => node.setIntervalMining({ interval: 1 })
}

/** Until the market has written down everything up to the newest block. */
export async function followed(): Promise<void> {
  const head = await chain().getBlockNumber({ cacheTime: 0 })
  for (;;) {
    const health = (await (await fetch(`${market().url}/api/health`)).json()) as { follower?: { block?: number } }
    if (BigInt(health.follower?.block ?? 0) >= head) return
    await new Promise((next) => setTimeout(next, 300))
  }
}
