/** Every month of a replay again, by the deployed contracts. */
import { billOnChain, costOnChain, type MarketChain } from '@/lib/chain/replay'
import { pricingToOffer } from '@/lib/chain/coding/formula'
import type { BillLine, LineKind } from '@/lib/domain/billing/lines'
import type { ReplayedBill } from '@/lib/domain/billing/replay'
import type { MarketMonth } from '@/lib/domain/billing/replay-market'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { MarketPlan, Plan } from '@/lib/domain/offers/plan'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_ADDRESS } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, wh } from '@/lib/domain/units/units'

/** One figure from both sides. */
export interface Compared {
  month: string
  /** A line's name, or what of the bill. */
  what: string
  contract: string
  here: string
  onChain: string
}

export interface Comparison {
  compared: Compared[]
  /** Lines that no contract prices, and why. */
  unchecked: { line: string; why: string }[]
}

const CLOSES_YEAR: string[] = ['AnnualExcess', 'AnnualShortfall'] satisfies LineKind[]
const NO_SERIES = `0x${'0'.repeat(64)}` as const

export async function compareOnChain(
  chain: MarketChain,
  plan: Plan,
  bills: readonly ReplayedBill[],
): Promise<Comparison> {
  const compared: Compared[] = []
  for (const bill of bills) {
    for (const line of bill.exact) {
      if (!line.quote) continue
      const { pricing, usage, cost } = line.quote
      const answer = await costOnChain(chain, pricing, usage)
      const contract = answer.contract ?? 'price formula'
      const figures = { here: `${cost} nano`, onChain: `${answer.cost} nano` }
      compared.push({ month: bill.month.id, what: line.name, contract, ...figures })
    }
    if (plan.market && bill.market?.pricing) {
      compared.push(...(await compareBill(chain, plan.market, bill, { ...bill.market, pricing: bill.market.pricing })))
    }
  }
  return { compared, unchecked: uncheckedLines(plan, bills) }
}

async function compareBill(
  chain: MarketChain,
  plan: MarketPlan,
  { month }: ReplayedBill,
  market: MarketMonth & { pricing: Pricing },
): Promise<Compared[]> {
  const { contracted, usage, bill } = market
  const table = tableOf(market, month)
  const offer = offerOf(plan, market.pricing, chain)
  const answer = await billOnChain(chain, { table, offer, contracted, usage })
  const place = { month: month.id, contract: 'BillPreview.preview' }
  const count = Math.max(bill.lines.length, answer.lines.length)
  const lines = Array.from({ length: count }, (_, index) => {
    const [here, onChain] = [bill.lines[index], answer.lines[index]]
    const what = `bill line ${index + 1}: ${(here ?? onChain)?.kind}`
    return { ...place, what, here: lineText(here), onChain: lineText(onChain) }
  })
  return [...lines, { ...place, what: 'bill total', here: String(bill.total), onChain: String(answer.total) }]
}

function lineText(line: BillLine | undefined): string {
  if (!line) return 'no line'
  const { kind, payee, quantity, price, amount } = line
  return `${kind} to ${payee}, ${quantity} Wh at ${price}: ${amount}`
}

function tableOf({ tariff }: MarketMonth, { start, end }: ReplayedBill['month']): TariffTable {
  const { agencyPrice, cataloguePrice, index, components } = tariff
  const payees = { grid: ZERO_ADDRESS, government: ZERO_ADDRESS, subsidyPool: ZERO_ADDRESS }
  const place = { region: 1, voltageClass: 1, start, end, indexSeries: NO_SERIES }
  return { ...place, ...payees, agencyPrice, cataloguePrice, index, components }
}

/** What the plan says of the offer; terms that change no bill are empty. */
function offerOf({ offer }: MarketPlan, pricing: Pricing, { contracts }: MarketChain): Offer {
  return {
    ...pricingToOffer(pricing, contracts),
    ...offer,
    retailer: ZERO_ADDRESS,
    deposit: microPerKwh(0n),
    exitFee: micro(0n),
    noticeDays: 0,
    coolingOffDays: 0,
    termPeriods: 12,
    customerClass: 'Business',
    region: 1,
    voltageClass: 1,
    green: bps(0n),
    validFrom: 0,
    validUntil: 1,
    capacity: wh(0n),
  }
}

function uncheckedLines(plan: Plan, bills: readonly ReplayedBill[]): Comparison['unchecked'] {
  const exact = bills.flatMap((bill) => bill.exact)
  const unquoted = plan.lines.filter(
    ({ name, kind }) => kind !== 'formula' && !exact.some((line) => line.name === name && line.quote),
  )
  const lines = unquoted.map(({ name, kind }) => ({
    line: name,
    why: `no contract prices a line of kind "${kind}" like this`,
  }))
  if (plan.market && bills.every(({ market }) => !market?.pricing))
    lines.push({ line: 'the whole bill', why: 'no single price formula prices the lines of market.energy' })
  const yearly = bills.flatMap((bill) => bill.lines).filter(({ kind }) => CLOSES_YEAR.includes(kind))
  return [...lines, ...yearly.map(({ name }) => ({ line: name, why: 'a preview is of one month, without its year' }))]
}
