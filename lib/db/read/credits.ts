/** The viewer's energy credits and where they went, and what everybody may know of credits, storage and feed-in prices. */
import type {
  CreditFacts,
  CreditFates,
  CreditMove,
  CreditMovement,
  FeedInPrice,
  HeldCredit,
  HeldCreditKind,
  OwnFates,
  PublishedFeedIn,
  StorageOffer,
} from '@/lib/domain/surplus/credits'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { bps, microPerKwh, wh } from '@/lib/domain/units/units'
import type { Decimal, Tx } from '../client'
import { decimal, microOf, whOf, wholeOf } from '../stored/amounts'

interface CreditColumns {
  creditId: Decimal
  kind: string
  region: bigint
  start: bigint
  expiry: bigint
  storageId: bigint
}

function factsOf({ creditId, kind, region, start, expiry, storageId }: CreditColumns): CreditFacts {
  const stored = kind === 'Stored'
  return {
    creditId: wholeOf(creditId),
    kind: kind as HeldCreditKind,
    region: Number(region),
    start: Number(start),
    expiry: stored ? Number(expiry) : null,
    storageId: stored ? Number(storageId) : null,
  }
}

/** The viewer's own, newest delivery period first. */
export async function heldCredits(tx: Tx): Promise<HeldCredit[]> {
  const rows = await tx.$queryRaw<(CreditColumns & { energy: Decimal })[]>`
    SELECT c.id AS "creditId", c.kind, c.region, c.start, c.expiry, c.storage_id AS "storageId", h.energy_wh AS energy
    FROM credit_holding h JOIN credit c ON c.id = h.credit_id
    WHERE h.energy_wh > 0 ORDER BY c.start DESC, c.kind, c.region, c.expiry, c.id`
  return rows.map((row) => ({ ...factsOf(row), energy: whOf(row.energy) }))
}

interface MovementColumns extends CreditColumns {
  what: string
  energy: Decimal
  amount: Decimal | null
  counterparty: string | null
  at: bigint
  txHash: string
}

/** The viewer's own, newest first. */
export async function creditMovements(tx: Tx, most: number): Promise<CreditMovement[]> {
  const rows = await tx.$queryRaw<MovementColumns[]>`
    SELECT c.id AS "creditId", c.kind, c.region, c.start, c.expiry, c.storage_id AS "storageId", m.what,
      m.energy_wh AS energy, m.amount, m.counterparty, m.at, m.tx_hash AS "txHash"
    FROM credit_movement m JOIN credit c ON c.id = m.credit_id
    ORDER BY m.block_number DESC, m.log_index DESC, m.part DESC LIMIT ${most}`
  return rows.map(({ what, energy, amount, counterparty, at, txHash, ...credit }) => ({
    ...factsOf(credit),
    what: what as CreditMove,
    energy: whOf(energy),
    amount: amount === null ? null : microOf(amount),
    counterparty: counterparty as Address | null,
    at: Number(at),
    txHash: txHash as Hex,
  }))
}

type FateColumns = Record<Exclude<keyof OwnFates, 'start' | 'region'>, Decimal> & { start: bigint; region: bigint }

/** Of each delivery period of which the viewer had exported energy, the newest first. */
export async function ownFates(tx: Tx): Promise<OwnFates[]> {
  const rows = await tx.$queryRaw<FateColumns[]>`
    SELECT start, region, sum(effect_wh) AS held,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Minted'), 0) AS exported,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Listed'), 0)
        - coalesce(sum(energy_wh) FILTER (WHERE what IN ('TakenBack', 'Sold')), 0) AS listed,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Sold'), 0) AS sold,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Stored'), 0) AS stored,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Returned'), 0) AS returned,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Redeemed'), 0) AS redeemed,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Received'), 0) AS received,
      coalesce(sum(energy_wh) FILTER (WHERE what = 'Given'), 0) AS given
    FROM credit_movement m JOIN credit c ON c.id = m.credit_id WHERE c.kind = 'Exported'
    GROUP BY start, region ORDER BY start DESC, region`
  return rows.map(({ start, region, ...sums }) => ({
    start: Number(start),
    region: Number(region),
    exported: whOf(sums.exported),
    held: whOf(sums.held),
    listed: whOf(sums.listed),
    sold: whOf(sums.sold),
    stored: whOf(sums.stored),
    returned: whOf(sums.returned),
    redeemed: whOf(sums.redeemed),
    received: whOf(sums.received),
    given: whOf(sums.given),
  }))
}

/** What became of all there ever was of a credit, whoever had it. */
export async function creditFates(tx: Tx, creditId: bigint): Promise<CreditFates> {
  const row = await tx.credit.findUnique({ where: { id: decimal(creditId) } })
  const of = (value: Decimal | undefined) => (value === undefined ? wh(0n) : whOf(value))
  const exported = of(row?.minted)
  const listed = of(row?.listed)
  const fates = {
    sold: of(row?.sold),
    stored: of(row?.stored),
    returned: of(row?.returned),
    redeemed: of(row?.redeemed),
    used: of(row?.used),
  }
  const gone = Object.values(fates).reduce<bigint>((sum, energy) => sum + energy, listed)
  return { exported, listed, free: wh(exported - gone), ...fates }
}

/** Closed ones too. */
export async function storageOffers(tx: Tx): Promise<StorageOffer[]> {
  const rows = await tx.storageOffer.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ id, operator, efficiency, lifetime, capacityWh, leftWh, closed }) => ({
    id: Number(id),
    operator: operator as Address,
    efficiency: bps(BigInt(efficiency)),
    lifetime: Number(lifetime),
    capacity: whOf(capacityWh),
    left: whOf(leftWh),
    closed,
  }))
}

/** Null where none is published. */
export async function feedInPrice(tx: Tx, region: number, start: number): Promise<FeedInPrice | null> {
  const key = { region: BigInt(region), start: BigInt(start) }
  const row = await tx.feedInPrice.findUnique({ where: { region_start: key } })
  return row && { payer: row.payer as Address, price: microPerKwh(wholeOf(row.price)) }
}

/** All that were ever published, in order of delivery periods. */
export async function feedInPrices(tx: Tx): Promise<PublishedFeedIn[]> {
  const rows = await tx.feedInPrice.findMany({ orderBy: [{ start: 'asc' }, { region: 'asc' }] })
  return rows.map(({ region, start, payer, price }) => ({
    region: Number(region),
    start: Number(start),
    payer: payer as Address,
    price: microPerKwh(wholeOf(price)),
  }))
}
