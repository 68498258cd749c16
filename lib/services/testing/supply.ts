/** Customers of the test market whose meters are read month by month, for specs about runs of settlement. */
import { demoConsumer } from '@/lib/chain/demo-keys'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { noncesOf, tokenDomain } from '@/lib/chain/read'
import type { Decision } from '@/lib/domain/decision'
import type { Read } from '@/lib/domain/metering/read'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { correctReads } from '../correct-reads'
import { deposit } from '../deposit'
import { followOnce } from '../follow/follow'
import { recordRead } from '../record-read'
import { relayAll } from '../relay'
import { reviseBills } from '../revise-bills'
import { settlePeriod } from '../settle-period'
import { settlePurchases } from '../settle-purchases'
import { signAgreement } from '../sign-agreement'
import { addressOf, readOf, type TestMarket } from './market'

const MONEY = micro(2_000_000_000n)
/** What every register showed when supply began, in Wh. */
const BEFORE = 1_000n
/** What was refused rests for a minute: each turn of the worker is later than that. */
const TURN_S = 120
const TURNS = 4

export const viewerOf = (position: number) => ({ address: addressOf(demoConsumer(position)) })

export async function follow(): Promise<void> {
  await relayAll()
  await followOnce()
}

export function valueOf<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.name}`)
  return decision.value
}

/** All the test money into the escrow, and 1,000 kWh a month of an offer: the market's, unless another is given. */
export async function signSupply(market: TestMarket, position: number, offerId = market.offerId): Promise<void> {
  const { chainId, contracts: at } = market.deployment
  const account = demoConsumer(position)
  const viewer = viewerOf(position)
  const { start, end } = market.periods[0]!
  const { agreement: nonce, permit } = await noncesOf(viewer.address)
  const paid = { owner: viewer.address, spender: at.Escrow, value: MONEY, nonce: permit, deadline: end }
  const permitted = await account.signTypedData(permitTypedData(tokenDomain(), paid))
  valueOf(await deposit(viewer, { amount: MONEY, deadline: end, signature: permitted }))
  await follow()
  const terms = {
    consumer: viewer.address,
    offerId,
    meterId: market.meters[position]!.id,
    start,
    contracted: Array.from({ length: 12 }, () => wh(1_000_000n)),
    replaces: ZERO_HASH,
    nonce,
    expiry: end,
  }
  const signature = await account.signTypedData(agreementTypedData({ chainId, agreementBook: at.AgreementBook }, terms))
  valueOf(await signAgreement(viewer, { terms, signature, permit: null }))
  await follow()
}

export interface MonthRead {
  /** Whose meter. */
  position: number
  /** At the end of which month; zero is the start of supply. */
  month: number
  /** What each of the five registers has counted since then, in Wh. */
  counted: bigint
  quality?: Read['quality']
}

/** A measured read has a later number than an estimate of the same instant. */
export function monthRead(market: TestMarket, { position, month, counted, quality = 'Measured' }: MonthRead): Read {
  const { id } = market.meters[position]!
  const time = month === 0 ? market.periods[0]!.start : market.periods[month - 1]!.end
  const sequence = 10 * (month + 1) + (quality === 'Measured' ? 5 : 0)
  return { ...readOf(id, { time, sequence, each: BEFORE + counted }), quality }
}

/** Through the service, signed by the meter. */
export async function handIn(market: TestMarket, given: MonthRead): Promise<Decision<string>> {
  const read = monthRead(market, given)
  return recordRead({ read, signature: await market.meters[given.position]!.key.sign(read) })
}

let turnAt = Math.floor(Date.now() / 1000)

/** What the worker does, until nothing is left to do. */
export async function work(market: TestMarket): Promise<void> {
  const end = market.periods.at(-1)!.end
  for (let turn = 0; turn < TURNS; turn++) {
    turnAt += TURN_S
    await settlePeriod(end)
    await settlePurchases(end)
    await follow()
    await correctReads()
    await follow()
    await reviseBills(turnAt)
    await follow()
  }
}
