import { useLocale, useTranslations } from 'next-intl'
import { Price } from '@/components/energy/price'
import { RegisterName } from '@/components/energy/register-name'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { Table, type Column } from '@/components/ui/table'
import type { LineExplanation } from '@/lib/domain/billing/explain'
import type { PriceRow } from '@/lib/domain/offers/formulas/formula'
import { micro, WH_PER_KWH, type Micro, type Wh } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import { formatPrice } from '@/lib/format/price'
import { billedEnergy } from './quantity-text'

interface PricedLineCardProps {
  title: string
  line: LineExplanation
  used: Wh
}

export interface PricedLineCardsProps {
  lines: readonly LineExplanation[]
  used: Wh
}

/** A card for the energy line always, and for any other whose price is not simply in the table of lines. */
export function PricedLineCards({ lines, used }: PricedLineCardsProps) {
  const t = useTranslations('bill')
  const shown = lines.filter(({ kind, rows }) => kind === 'Energy' || rows.length > 0)
  return shown.map((line) => (
    <PricedLineCard
      key={line.kind}
      title={t(line.kind === 'Energy' ? 'making.titleEnergy' : 'making.titleOther', { line: t(`kind.${line.kind}`) })}
      line={line}
      used={used}
    />
  ))
}

/** How a charge came about: energy × price for each register, then the part of it that falls on direct energy. */
function PricedLineCard({ title, line, used }: PricedLineCardProps) {
  const t = useTranslations('bill.making')
  const hasRows = line.rows.length > 0
  return (
    <Card title={title} lead={t(hasRows ? 'leadRegisters' : 'leadFlat')} flush className="break-inside-avoid">
      {hasRows && <RowTable title={title} rows={line.rows} used={used} />}
      <Steps line={line} used={used} underTable={hasRows} />
    </Card>
  )
}

function RowTable({ title, rows, used }: { title: string; rows: readonly PriceRow[]; used: Wh }) {
  const t = useTranslations('bill.making')
  const locale = useLocale()
  const columns: Column<PriceRow>[] = [
    { key: 'register', header: t('register'), cell: ({ register }) => <RowName register={register} />, primary: true },
    { key: 'energy', header: t('energy'), cell: ({ energy }) => billedEnergy(energy, locale), numeric: true },
    { key: 'price', header: t('price'), cell: ({ price }) => <Price microPerKwh={price} exact />, numeric: true },
    {
      key: 'cost',
      header: t('cost'),
      cell: (row) => formatMoney(costOf([row]), locale, { exact: true }),
      numeric: true,
    },
  ]
  const totals = {
    register: t('sum'),
    energy: billedEnergy(used, locale),
    cost: formatMoney(costOf(rows), locale, { exact: true }),
  }
  return (
    <Table caption={title} columns={columns} rows={[...rows]} rowKey={({ register }) => register} totals={totals} />
  )
}

/** What part of the sum is on the bill, and why it may be less. */
function Steps({ line, used, underTable }: { line: LineExplanation; used: Wh; underTable: boolean }) {
  const t = useTranslations('bill.making')
  const locale = useLocale()
  const direct = line.quantity
  const fee = line.facts.serviceFee
  const amount = formatMoney(line.amount, locale, { exact: true })
  const energy = { direct: billedEnergy(direct, locale), used: billedEnergy(used, locale) }
  return (
    <div
      className={classes(
        'max-w-prose space-y-2 px-4 pb-4 text-sm text-soft sm:px-6 sm:pb-6',
        underTable && 'pt-4 sm:pt-6',
      )}
    >
      {line.singlePrice !== null && (
        <p>{t('flat', { ...energy, price: formatPrice(line.singlePrice, locale, { exact: true }) })}</p>
      )}
      {direct < used && <p>{t('directShare', energy)}</p>}
      {fee !== undefined && <p>{t('lessFee', { fee: formatMoney(micro(fee), locale, { exact: true }) })}</p>}
      <p>{t('rounded', { amount })}</p>
    </div>
  )
}

function RowName({ register }: { register: PriceRow['register'] }) {
  const t = useTranslations('bill.making')
  return register === 'all' ? t('allRegisters') : <RegisterName register={register} />
}

/** For reading only: the bill itself rounds once, after all rows are added. */
function costOf(rows: readonly PriceRow[]): Micro {
  return micro(rows.reduce<bigint>((cost, { energy, price }) => cost + energy * price, 0n) / WH_PER_KWH)
}
