/** Sums over everybody, and what is paused: public. */
import { ACTIVITIES, type Activity } from '@/lib/domain/safety/activity'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { asViewer, type Decimal } from '../client'
import { wholeOf } from '../stored/amounts'

export interface MarketFigures {
  /** Published now, and their retailers. */
  offers: number
  retailers: number
  agreements: number
  billsSettled: number
  energyWh: Wh
  moneySettled: Micro
}

interface FigureColumns {
  offers: bigint
  retailers: bigint
  agreements: bigint
  bills_settled: bigint
  energy_wh: Decimal
  money_settled: Decimal
}

export async function marketFigures(): Promise<MarketFigures> {
  const [row] = await asViewer(null, (tx) => tx.$queryRaw<FigureColumns[]>`SELECT * FROM market_figures()`)
  if (!row) throw new Error('market_figures() returned no row')
  return {
    offers: Number(row.offers),
    retailers: Number(row.retailers),
    agreements: Number(row.agreements),
    billsSettled: Number(row.bills_settled),
    energyWh: wh(wholeOf(row.energy_wh)),
    moneySettled: micro(wholeOf(row.money_settled)),
  }
}

export interface PauseRow {
  activity: Activity
  until: number
  reason: string
}

/** Activities that are paused at an instant. */
export async function pausesAt(now: number): Promise<PauseRow[]> {
  const where = { until: { gt: BigInt(now) }, activity: { in: [...ACTIVITIES] } }
  const rows = await asViewer(null, (tx) => tx.activityPause.findMany({ where, orderBy: { activity: 'asc' } }))
  return rows.map((row) => ({ ...row, activity: row.activity as Activity, until: Number(row.until) }))
}

export interface SettlementRunRow {
  /** Start of the period. */
  start: number
  bills: number
  /** Agreements whose month could not be settled yet. */
  skipped: number
  energy: Wh
  money: Micro
}

interface RunColumns {
  period_start: bigint
  bills: bigint
  skipped: bigint
  energy_wh: Decimal
  money: Decimal
}

/** What each period's settlement came to, the newest first. */
export async function settlementRuns(): Promise<SettlementRunRow[]> {
  const rows = await asViewer(
    null,
    (tx) => tx.$queryRaw<RunColumns[]>`SELECT * FROM settlement_runs() ORDER BY period_start DESC`,
  )
  return rows.map((row) => ({
    start: Number(row.period_start),
    bills: Number(row.bills),
    skipped: Number(row.skipped),
    energy: wh(wholeOf(row.energy_wh)),
    money: micro(wholeOf(row.money)),
  }))
}
