/** What a replay found, for people and for programs. */
import type { ReplayedBill } from '@/lib/domain/billing/replay'
import type { ReplayLine } from '@/lib/domain/billing/replay-lines'
import type { IntervalRun } from '@/lib/domain/metering/interval-run'
import type { Plan } from '@/lib/domain/offers/plan'
import type { Comparison } from './compare'

export interface Result {
  plan: Plan
  run: IntervalRun
  /** Intervals that were finer than a watt-hour. */
  carried: number
  bills: readonly ReplayedBill[]
  chain: (Comparison & { place: string }) | null
}

export const differences = ({ compared }: Comparison) => compared.filter(({ here, onChain }) => here !== onChain)

const MICRO_SCALE = 6
const KILO_SCALE = 3
const RATIO_SCALE = 9
const PRICE_SCALE = 12

/** A count of 10^-scale units as a decimal, exact. */
function decimal(value: bigint, scale: number, least = 0): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(least, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}${fraction ? `.${fraction}` : ''}`
}

const money = (value: bigint) => decimal(value, MICRO_SCALE, MICRO_SCALE)
const sumOf = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n)
const instant = (utc: number) => new Date(utc * 1_000).toISOString().replace('.000Z', 'Z')
const endOf = ({ start, seconds, importWh }: IntervalRun) => start + seconds * importWh.length

/* TEXT */

export function asText({ plan, run, carried, bills, chain }: Result): string {
  const head = [
    `${plan.name} (${plan.currency}, ${plan.timeZone})`,
    `${run.importWh.length} intervals of ${run.seconds / 60} minutes, ${instant(run.start)} to ${instant(endOf(run))}`,
  ]
  if (carried > 0) head.push(`${carried} values were finer than 1 Wh: the rest of each counted in the next interval`)
  const total = sumOf(bills.map((bill) => bill.total))
  const months = bills.flatMap((bill) => ['', ...billText(bill)])
  return [...head, ...months, '', `Total ${money(total)} ${plan.currency}`, ...(chain ? chainText(chain) : [])].join(
    '\n',
  )
}

function billText({ month, lines, total }: ReplayedBill): string[] {
  const part = month.elapsed === month.whole ? '' : `, part of the month: ${month.elapsed} of ${month.whole} seconds`
  const energy = `${decimal(month.importWh, KILO_SCALE)} kWh in, ${decimal(month.exportWh, KILO_SCALE)} kWh out`
  const rows = lines.flatMap((line) => [lineText(line), ...line.rows.map((row) => rowText(row, line))])
  return [`${month.id}  ${month.days} days, ${energy}${part}`, ...rows, columns('Total', '', money(total))]
}

function columns(name: string, quantity: string, amount: string): string {
  return `  ${name.padEnd(34)} ${quantity.padStart(34)} ${amount.padStart(20)}`.trimEnd()
}

function lineText(line: ReplayLine): string {
  const name = line.payee ? `${line.name} to ${line.payee}` : line.name
  return columns(name, quantityText(line, line.quantity, line.price), money(line.amount))
}

function rowText({ label, quantity, price }: ReplayLine['rows'][number], line: ReplayLine): string {
  return columns(`  ${label}`, quantityText(line, quantity, price), '')
}

function quantityText({ unit }: ReplayLine, quantity: bigint, price: bigint | null): string {
  const at = price === null ? '' : ` × ${decimal(price, unit === 'µ' ? RATIO_SCALE : PRICE_SCALE)}`
  if (unit === 'µ') return `${money(quantity)}${at}`
  if (unit === 'Wh' || unit === 'W') return `${decimal(quantity, KILO_SCALE)} k${unit}${at}`
  return `${quantity} ${unit}${at}`
}

function chainText(chain: NonNullable<Result['chain']>): string[] {
  const checked = new Map<string, number>()
  for (const { what, contract } of chain.compared) {
    const name = contract === 'BillPreview.preview' ? 'whole bill' : what
    checked.set(`${name} by ${contract}`, (checked.get(`${name} by ${contract}`) ?? 0) + 1)
  }
  const different = differences(chain)
  return [
    '',
    `On ${chain.place}: ${chain.compared.length} figures compared, ${different.length} differ`,
    ...[...checked].map(([what, count]) => `  checked: ${what}, ${count} figures`),
    ...chain.unchecked.map(({ line, why }) => `  not checked: ${line}: ${why}`),
    ...different.map(({ month, what, contract, here, onChain }) => {
      return `  DIFFERS in ${month}: ${what}: here ${here}, ${contract} ${onChain}`
    }),
  ]
}

/* JSON */

function lineJson({ price, rows, ...line }: ReplayLine) {
  const shown = (value: bigint) => decimal(value, line.unit === 'µ' ? RATIO_SCALE : PRICE_SCALE)
  const parts = rows.map((row) => ({ ...row, price: shown(row.price) }))
  return { ...line, price: price === null ? null : shown(price), rows: parts }
}

/** Integers as strings: money in millionths, energy in Wh. Prices and rates are decimals in the currency. */
export function asJson({ plan, run, carried, bills, chain }: Result): string {
  const total = sumOf(bills.map((bill) => bill.total))
  const report = {
    offer: plan.name,
    currency: plan.currency,
    timeZone: plan.timeZone,
    usage: { start: instant(run.start), end: instant(endOf(run)), intervalSeconds: run.seconds, carried },
    months: bills.map(({ month, lines, total: amount }) => {
      const { id, days, elapsed, whole, importWh, exportWh } = month
      return { month: id, days, elapsed, whole, importWh, exportWh, lines: lines.map(lineJson), total: amount }
    }),
    total,
    chain: chain && {
      place: chain.place,
      equal: differences(chain).length === 0,
      compared: chain.compared.length,
      differences: differences(chain),
      unchecked: chain.unchecked,
    },
  }
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)
}
