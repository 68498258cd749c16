/** Consumers of the demo sign lots, bids and what becomes of their credits; anybody may send what they signed, and the exchange does. */
import { numberToHex } from 'viem'
import { deployment } from '@/lib/chain/deployment'
import {
  redeemCall,
  returningTypedData,
  returnToGridCall,
  storeCall,
  storingTypedData,
  voucherNonce,
  voucherTypedData,
} from '@/lib/chain/intents/credits'
import { bidCall, bidTypedData, listCall, lotTypedData, type TradedAgreement } from '@/lib/chain/intents/surplus'
import { surplusNonceOf } from '@/lib/chain/read-surplus'
import { creditNonceOf } from '@/lib/chain/surplus-state'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { tick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { chargingPoint, consumer, exchange, send } from './wallets'

/** The demo's clock runs through a year in a minute. */
const NEVER = 2 ** 40 - 1

export const addressOfConsumer = (position: number): Address => consumer(position).address.toLowerCase() as Address

export interface SeedOrder {
  side: OrderSide
  position: number
  sessionId: bigint
  energy: Wh
  /** In ticks. */
  price: bigint
  subject: Hex
  agreement: TradedAgreement | null
}

export const creditSubject = (creditId: bigint): Hex => numberToHex(creditId, { size: 32 })
export const NO_SUBJECT = ZERO_HASH

export async function place({ side, position, agreement, ...wish }: SeedOrder): Promise<void> {
  const { chainId, contracts: at } = deployment()
  const account = addressOfConsumer(position)
  const order = { ...wish, account, price: tick(wish.price), nonce: await surplusNonceOf(account), expiry: NEVER }
  const typed = side === 'Lot' ? lotTypedData : bidTypedData
  const where = { chainId, surplusMarket: at.SurplusMarket }
  const signature = await consumer(position).signTypedData(typed(where, order) as ReturnType<typeof lotTypedData>)
  await send(exchange, (side === 'Lot' ? listCall : bidCall)(at, { order, agreement, signature }))
}

interface CreditUse {
  position: number
  creditId: bigint
  energy: Wh
}

async function intentOf({ position, creditId }: CreditUse) {
  const account = addressOfConsumer(position)
  return { account, creditId, nonce: await creditNonceOf(account), expiry: NEVER }
}

const creditsPlace = () => {
  const { chainId, contracts } = deployment()
  return { chainId, energyCredits: contracts.EnergyCredits }
}

export async function store(use: CreditUse, storageId: number): Promise<void> {
  const storing = { ...(await intentOf(use)), storageId, energy: use.energy }
  const signature = await consumer(use.position).signTypedData(storingTypedData(creditsPlace(), storing))
  await send(exchange, storeCall(deployment().contracts, storing, signature))
}

export async function returnEnergy(use: CreditUse): Promise<void> {
  const returning = { ...(await intentOf(use)), energy: use.energy }
  const signature = await consumer(use.position).signTypedData(returningTypedData(creditsPlace(), returning))
  await send(exchange, returnToGridCall(deployment().contracts, returning, signature))
}

/** @param key Of the voucher: each has its own. */
export async function charge(use: CreditUse, key: number): Promise<void> {
  const account = addressOfConsumer(use.position)
  const station = chargingPoint.address.toLowerCase() as Address
  const terms = { most: wh(use.energy), station, nonce: voucherNonce(BigInt(key)), expiry: NEVER }
  const voucher = { account, creditId: use.creditId, ...terms }
  const signature = await consumer(use.position).signTypedData(voucherTypedData(creditsPlace(), voucher))
  await send(chargingPoint, redeemCall(deployment().contracts, voucher, use.energy, signature))
}
