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
import { agreementOfMeter } from '@/lib/chain/read'
import { surplusNonceOf } from '@/lib/chain/read-surplus'
import { creditNonceOf } from '@/lib/chain/surplus-state'
import { readSeedState } from '@/lib/db/read/seed-state'
import { getSignedAgreement } from '@/lib/db/read/signed-agreement'
import type { Period } from '@/lib/domain/settlement/period'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { tick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { simulatedMeterKey } from '@/lib/services/simulate-days'
import { chargingPoint, consumer, exchange, send } from './wallets'
import type { SeedYear } from './year'

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

/** A consumer's agreement as lots and bids name it; null if nobody supplies it any more. */
export async function suppliedBy(
  year: SeedYear,
  position: number,
  /** That runs, all before it being settled. */
  period: Period,
): Promise<Pick<SeedOrder, 'subject' | 'agreement'> | null> {
  const { source } = year.consumers[position]!
  const { meterId } = (await readSeedState(simulatedMeterKey(source))) as { meterId: Hex }
  const subject = await agreementOfMeter(meterId)
  const signed = subject && (await getSignedAgreement({ address: addressOfConsumer(position) }, subject))
  return signed && { subject, agreement: { terms: signed.terms, period: period.start } }
}

export const creditSubject = (creditId: bigint): Hex => numberToHex(creditId, { size: 32 })
/** A bid for credits that its owner keeps. */
export const NO_AGREEMENT = { subject: ZERO_HASH, agreement: null }

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
