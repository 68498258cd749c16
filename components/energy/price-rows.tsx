import { useLocale, useTranslations } from 'next-intl'
import { Table, type Column } from '@/components/ui/table'
import { REGISTERS, type Register } from '@/lib/domain/metering/registers'
import type { PriceRow } from '@/lib/domain/offers/formulas/formula'
import { divDown, WH_PER_KWH, type Micro, type Wh } from '@/lib/domain/units/units'
import { billedEnergy, formatDemand } from '@/lib/format/energy'
import type { Locale } from '@/lib/format/locale'
import { formatMoney } from '@/lib/format/money'
import { CENT, FINER, formatDemandPrice, formatPrice } from '@/lib/format/price'
import { useFormulaWords, type FormulaWords } from './formula-words'
import { RegisterName } from './register-name'

export interface PriceRowTableProps {
  caption: string
  rows: readonly PriceRow[]
  used: Wh
}

/** Where a cost comes from, part by part, and what the parts come to. */
export function PriceRowTable({ caption, rows, used }: PriceRowTableProps) {
  const t = useTranslations('formulas.table')
  const locale = useLocale()
  // One number of decimals for a whole column: no more than what is in it needs.
  const isFiner = rows.some(({ power, price }) => power === undefined && price !== undefined && price % FINER !== 0n)
  const exact = rows.some(({ cost }) => cost % (CENT * WH_PER_KWH) !== 0n)
  const costText = (some: readonly PriceRow[]) => formatMoney(costOf(some), locale, { exact })
  const columns: Column<PriceRow>[] = [
    { key: 'what', header: t('what'), cell: (row) => <RowName row={row} />, primary: true },
    { key: 'quantity', header: t('quantity'), cell: (row) => quantityText(row, locale), numeric: true },
    { key: 'price', header: t('price'), cell: (row) => priceText(row, { locale, exact: isFiner }), numeric: true },
    { key: 'cost', header: t('cost'), cell: (row) => costText([row]), numeric: true },
  ]
  const totals = { what: t('sum'), quantity: billedEnergy(used, locale), cost: costText(rows) }
  const keyOf = ({ what, from }: PriceRow) => `${what}-${from ?? ''}`
  return <Table caption={caption} columns={columns} rows={[...rows]} rowKey={keyOf} totals={totals} />
}

function RowName({ row }: { row: PriceRow }) {
  const words = useFormulaWords()
  const locale = useLocale()
  return isRegister(row.what) ? <RegisterName register={row.what} /> : <>{nameOf(row, words, locale)}</>
}

function isRegister(what: string): what is Register {
  return (REGISTERS as readonly string[]).includes(what)
}

/** A tier is called by its bounds. */
function nameOf({ what, from, to }: PriceRow, words: FormulaWords, locale: Locale): string {
  if (from === undefined) return words(`rows.${what}`, what)
  const bounds = { from: billedEnergy(from, locale), to: to === undefined ? '' : billedEnergy(to, locale) }
  const which = to === undefined ? 'tierLast' : from === 0n ? 'tierFirst' : 'tier'
  return words(`rows.${which}`, what, bounds)
}

function quantityText({ energy, power }: PriceRow, locale: Locale): string {
  if (power !== undefined) return formatDemand(power, locale)
  return energy === undefined ? '' : billedEnergy(energy, locale)
}

function priceText({ power, price }: PriceRow, { locale, exact }: { locale: Locale; exact: boolean }): string {
  if (price === undefined) return ''
  return power === undefined
    ? formatPrice(price as Parameters<typeof formatPrice>[0], locale, { exact })
    : formatDemandPrice(price, locale)
}

/** For reading only: a bill rounds once, after all rows are added. */
function costOf(rows: readonly PriceRow[]): Micro {
  const nano = rows.reduce((sum, { cost }) => sum + cost, 0n)
  return divDown(nano, WH_PER_KWH) as Micro
}
