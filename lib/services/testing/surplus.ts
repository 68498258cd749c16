/** Lots, bids and credits in the test market, for specs about surplus. */
import { encodeFunctionData, numberToHex } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { creditId } from '@/lib/chain/coding/credit'
import { energyCreditsAbi } from '@/lib/chain/contracts'
import { DEMO_INDEX, demoAccount } from '@/lib/chain/demo-keys'
import { depositCall, mintCall } from '@/lib/chain/intents/calls'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { bidCall, bidTypedData, listCall, lotTypedData, openSessionCall, type Order } from '@/lib/chain/intents/surplus'
import { noncesOf, tokenDomain } from '@/lib/chain/read'
import { surplusNonceOf } from '@/lib/chain/read-surplus'
import { headOf } from '@/lib/chain/logs'
import type { SessionKind } from '@/lib/domain/surplus/session'
import { tick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { wh, type Micro } from '@/lib/domain/units/units'
import { addressOf, type TestMarket } from './market'

export const REGION = 42
const HOUR_S = 3_600
const relayer = demoAccount(DEMO_INDEX.relayer)
const FAR = 2_000_000_000

export const exportedCredit = (start: number): bigint =>
  creditId({ kind: 'Exported', region: REGION, start, expiry: 0, storageId: 0 })

/** As the settlement does it, which is the one that may. */
export async function mintExport(market: TestMarket, account: HDAccount, start: number, energy: bigint): Promise<void> {
  const { Settlement, EnergyCredits } = market.deployment.contracts
  const args = [addressOf(account), REGION, start, energy] as const
  const data = encodeFunctionData({ abi: energyCreditsAbi, functionName: 'mint', args })
  await market.rpc('anvil_setBalance', Settlement, numberToHex(10n ** 18n))
  await market.rpc('anvil_impersonateAccount', Settlement)
  await market.rpc('eth_sendTransaction', { from: Settlement, to: EnergyCredits, data })
  await market.rpc('anvil_stopImpersonatingAccount', Settlement)
}

/** Test money, moved into the escrow by permit. */
export async function fund(market: TestMarket, account: HDAccount, amount: Micro): Promise<void> {
  const at = market.deployment.contracts
  const owner = addressOf(account)
  const { permit: nonce } = await noncesOf(owner)
  const permit = { owner, spender: at.Escrow, value: amount, nonce, deadline: FAR }
  const signature = await account.signTypedData(permitTypedData(tokenDomain(), permit))
  await market.send(demoAccount(DEMO_INDEX.deployer), mintCall(at, owner, amount))
  await market.send(relayer, depositCall(at, owner, { amount, deadline: FAR, signature }))
}

/** Locks in half an hour and closes in one. @returns when it closes. */
export async function openSession(market: TestMarket, start: number, kind: SessionKind = 'Exported'): Promise<number> {
  const { timestamp } = await headOf()
  const closeAt = timestamp + HOUR_S
  const opening = { region: REGION, start, kind, lockAt: timestamp + HOUR_S / 2, closeAt }
  await market.send(demoAccount(DEMO_INDEX.exchange), openSessionCall(market.deployment.contracts, opening))
  return closeAt
}

interface Placed {
  sessionId: bigint
  energy: bigint
  price: bigint
}

async function orderOf(account: HDAccount, { sessionId, energy, price }: Placed): Promise<Order> {
  const owner = addressOf(account)
  const nonce = await surplusNonceOf(owner)
  return { sessionId, account: owner, energy: wh(energy), price: tick(price), subject: ZERO_HASH, nonce, expiry: FAR }
}

export async function bid(market: TestMarket, account: HDAccount, placed: Placed): Promise<void> {
  const { chainId, contracts: at } = market.deployment
  const order = await orderOf(account, placed)
  const place = { chainId, surplusMarket: at.SurplusMarket }
  const signature = await account.signTypedData(bidTypedData(place, order))
  await market.send(relayer, bidCall(at, { order, agreement: null, signature }))
}

/** Of credits for what was exported in the period that starts then. */
export async function list(market: TestMarket, account: HDAccount, start: number, placed: Placed): Promise<void> {
  const { chainId, contracts: at } = market.deployment
  const order = { ...(await orderOf(account, placed)), subject: numberToHex(exportedCredit(start), { size: 32 }) }
  const place = { chainId, surplusMarket: at.SurplusMarket }
  const signature = await account.signTypedData(lotTypedData(place, order))
  await market.send(relayer, listCall(at, { order, agreement: null, signature }))
}
