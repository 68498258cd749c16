/** Every row of the surplus side, for the reconciliation. Worker only: it sees everybody's. */
import type { CreditFates, PublishedFeedIn, StorageOffer } from '@/lib/domain/surplus/credits'
import type { PlacedOrder, SurplusSession } from '@/lib/domain/surplus/session'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import { asWorker, type Tx } from '../client'
import { whOf, wholeOf } from '../stored/amounts'
import { creditFates, feedInPrices, storageOffers } from './credits'
import { meteredExports, type MeteredExports } from './metered-exports'
import { ownOrders, surplusSessions } from './surplus-sessions'

export interface Holding {
  account: Address
  creditId: bigint
  energy: Wh
}

export interface SurplusRows {
  sessions: SurplusSession[]
  orders: PlacedOrder[]
  credits: (CreditFates & { creditId: bigint; kind: string; start: number; region: number })[]
  holdings: Holding[]
  storages: StorageOffer[]
  /** Credits that the next bills of agreements take. */
  due: { agreementId: Hex; energy: bigint }[]
  metered: MeteredExports[]
  feedIns: PublishedFeedIn[]
}

const ALL = 2 ** 31 - 1

export async function surplusRows(): Promise<SurplusRows> {
  return asWorker(async (tx) => ({
    sessions: await surplusSessions(tx, {}, ALL),
    orders: await ownOrders(tx),
    credits: await creditsIn(tx),
    holdings: await holdingsIn(tx),
    storages: await storageOffers(tx),
    due: await dueIn(tx),
    metered: await meteredExports(tx),
    feedIns: await feedInPrices(tx),
  }))
}

async function creditsIn(tx: Tx): Promise<SurplusRows['credits']> {
  const rows = await tx.credit.findMany({ orderBy: { id: 'asc' } })
  const credits = []
  for (const { id, kind, start, region } of rows) {
    const creditId = wholeOf(id)
    credits.push({ creditId, kind, start: Number(start), region: Number(region), ...(await creditFates(tx, creditId)) })
  }
  return credits
}

async function holdingsIn(tx: Tx): Promise<Holding[]> {
  const rows = await tx.creditHolding.findMany({ orderBy: [{ creditId: 'asc' }, { account: 'asc' }] })
  return rows.map(({ account, creditId, energyWh }) => ({
    account: account as Address,
    creditId: wholeOf(creditId),
    energy: whOf(energyWh),
  }))
}

async function dueIn(tx: Tx): Promise<SurplusRows['due']> {
  const rows = await tx.dueMovement.groupBy({ by: ['agreementId'], _sum: { effectWh: true } })
  return rows.map(({ agreementId, _sum }) => ({
    agreementId: agreementId as Hex,
    energy: _sum.effectWh === null ? 0n : wholeOf(_sum.effectWh),
  }))
}
