/** Surplus of demo members, made on the market's chain: what a meter exported, a storage that takes it, a price for giving it back. */
import { createTestClient, createWalletClient, encodeFunctionData, http, publicActions } from 'viem'
import { foundry } from 'viem/chains'
import { energyCreditsAbi, surplusBookAbi } from '../lib/chain/contracts'
import { withDatabase } from './database'
import { contracts, followed } from './market-chain'
import { EXCHANGE, GRID, STORAGE } from './places'
import { market } from './stack'
import { accountOf } from './wallet'

/** As the seeded homes: Hubei. */
const REGION = 42

/** The last delivery period that is over. UTC seconds. */
export async function lastPeriod(): Promise<{ start: number; end: number }> {
  const now = Math.floor(Date.now() / 1_000)
  const sql = 'SELECT start, "end" FROM market_period WHERE "end" <= $1 ORDER BY start DESC LIMIT 1'
  const { start, end } = await withDatabase((database) => database.row<{ start: string; end: string }>(sql, [now]))
  return { start: Number(start), end: Number(end) }
}

const node = () =>
  createTestClient({ mode: 'anvil', chain: foundry, transport: http(market().rpcUrl) }).extend(publicActions)

/** So many Wh that a member's meter exported. */
export function exported(member: string, start: number, energy: bigint): Promise<void> {
  return asSurplusBook('mint', [accountOf(member).address, REGION, start, energy])
}

/** So many Wh of the last period that lower a member's bills once they are on its agreement. */
export async function giveUsable(member: string, energy: bigint): Promise<void> {
  const { start } = await lastPeriod()
  await asSurplusBook('grant', [accountOf(member).address, REGION, start, energy])
}

/** Of the chain's own money, for whoever sends a transaction from the own account: households come without. */
export async function giveFee(member: string): Promise<void> {
  await node().setBalance({ address: accountOf(member).address, value: 10n ** 18n })
}

/** What the next bills of an agreement take, by the contract. Wh. */
export function dueOnChain(agreementId: string): Promise<bigint> {
  const place = { address: contracts().SurplusBook, abi: surplusBookAbi, functionName: 'dueOf' } as const
  return node().readContract({ ...place, args: [agreementId as `0x${string}`] })
}

/** It is the one contract that may. */
async function asSurplusBook(
  functionName: 'mint' | 'grant',
  args: readonly [`0x${string}`, number, number, bigint],
): Promise<void> {
  const { SurplusBook, EnergyCredits } = contracts()
  const data = encodeFunctionData({ abi: energyCreditsAbi, functionName, args })
  const chain = node()
  await chain.setBalance({ address: SurplusBook, value: 10n ** 18n })
  await chain.impersonateAccount({ address: SurplusBook })
  const hash = await chain.sendUnsignedTransaction({ from: SurplusBook, to: EnergyCredits, data, gas: 1_000_000n })
  await chain.stopImpersonatingAccount({ address: SurplusBook })
  await mined(hash)
}

/** Nine of ten Wh come out again, for thirty days. */
export async function offerStorage(capacity: bigint): Promise<void> {
  const terms = { efficiency: 9_000, lifetime: 30 * 86_400, capacity }
  await send(STORAGE, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'offerStorage', args: [terms] }))
}

/** What the grid pays for each kWh of a period, Micro. What the market has published already stays. */
export async function feedInPrice(start: number): Promise<bigint> {
  const place = { address: contracts().EnergyCredits, abi: energyCreditsAbi, functionName: 'feedInOf' } as const
  const read = async () => (await node().readContract({ ...place, args: [REGION, start], blockTag: 'pending' }))[1]
  if ((await read()) === 0n) {
    const feedIn = { payer: accountOf(GRID).address, price: 350_000n }
    const args = [REGION, start, feedIn] as const
    await send(EXCHANGE, encodeFunctionData({ abi: energyCreditsAbi, functionName: 'publishFeedIn', args }))
  }
  return read()
}

async function send(sender: string, data: `0x${string}`): Promise<void> {
  const wallet = createWalletClient({ account: accountOf(sender), chain: foundry, transport: http(market().rpcUrl) })
  await mined(await wallet.sendTransaction({ to: contracts().EnergyCredits, data }))
}

async function mined(hash: `0x${string}`): Promise<void> {
  const { status } = await node().waitForTransactionReceipt({ hash, pollingInterval: 200 })
  if (status !== 'success') throw new Error(`transaction ${hash} failed`)
  await followed()
}
