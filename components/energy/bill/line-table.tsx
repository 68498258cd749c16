import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { Table, type Column } from '@/components/ui/table'
import { bps, type Micro } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'
import { groupLines, sumOf, type LineGroup } from './line-groups'
import type { PaidLine } from './paid-lines'
import { billedEnergy } from '@/lib/format/energy'

export interface LineTableProps {
  lines: readonly PaidLine[]
  total: Micro
}

/** Every line of the bill in its group, with subtotals, and the sum that has to be the total. */
export function LineTable({ lines, total }: LineTableProps) {
  const t = useTranslations('bill.lines')
  return (
    <Card title={t('title')} lead={t('lead')} flush footer={<SumCheck lines={lines} total={total} />} className="later">
      <div className="divide-y divide-line">
        {groupLines(lines).map((group) => (
          <GroupTable key={group.name} group={group} />
        ))}
      </div>
    </Card>
  )
}

function GroupTable({ group }: { group: LineGroup<PaidLine> }) {
  const t = useTranslations('bill')
  const columns = useColumns()
  const title = t(`group.${group.name}`)
  return (
    <section className="break-inside-avoid pt-4 first:pt-0">
      <h3 className="px-4 pb-2 text-sm font-semibold text-soft sm:px-6">{title}</h3>
      <Table
        caption={title}
        columns={columns}
        rows={group.lines}
        rowKey={(line) => `${line.kind}-${group.lines.indexOf(line)}`}
        rowData={({ kind }) => ({ 'data-bill-line': kind })}
        totals={
          group.lines.length > 1
            ? { kind: t('lines.subtotal'), amount: <Money micro={group.subtotal} exact /> }
            : undefined
        }
      />
    </section>
  )
}

/** Fixed shares of the width, so that the tables of all groups line up. */
function useColumns(): Column<PaidLine>[] {
  const t = useTranslations('bill')
  const locale = useLocale()
  return [
    {
      key: 'kind',
      header: t('lines.kind'),
      cell: (line) => t(`kind.${line.kind}`),
      primary: true,
      className: 'sm:w-[27%]',
    },
    { key: 'payee', header: t('lines.payee'), cell: (line) => <PayeeName line={line} />, className: 'sm:w-[20%]' },
    {
      key: 'quantity',
      header: t('lines.quantity'),
      cell: (line) => billedEnergy(line.quantity, locale),
      numeric: true,
      className: 'sm:w-[14%]',
    },
    {
      key: 'price',
      header: t('lines.price'),
      cell: (line) => <LinePrice line={line} />,
      numeric: true,
      className: 'sm:w-[22%]',
    },
    {
      key: 'amount',
      header: t('lines.amount'),
      cell: (line) => <Money micro={line.amount} exact className="font-medium" />,
      cellData: ({ amount }) => ({ 'data-bill-amount': amount.toString() }),
      numeric: true,
      className: 'sm:w-[17%]',
    },
  ]
}

function PayeeName({ line }: { line: PaidLine }) {
  const t = useTranslations('bill.payee')
  return line.payeeName ? <span title={t(line.payee)}>{line.payeeName}</span> : t(line.payee)
}

function LinePrice({ line }: { line: PaidLine }) {
  const t = useTranslations('bill.lines')
  const locale = useLocale()
  if (line.singlePrice === null) return <span className="whitespace-normal text-quiet">{t('byRegister')}</span>
  const price = <Price microPerKwh={line.singlePrice} exact />
  if (line.kind === 'Excess' || line.kind === 'AnnualExcess') {
    return (
      <>
        {price} × {formatBasisPoints(bps(line.facts.excessRatio ?? 0n), locale)}
        {line.kind === 'AnnualExcess' && <span className="block text-xs text-quiet">{t('lessCharged')}</span>}
      </>
    )
  }
  if (line.facts.serviceFee === undefined) return price
  return (
    <>
      {price} <span className="block text-xs text-quiet">{t('lessFee')}</span>
    </>
  )
}

/** P12 on paper: the lines are added again here, and compared with the total the chain recorded. */
function SumCheck({ lines, total }: LineTableProps) {
  const t = useTranslations('bill.lines')
  const sum = sumOf(lines)
  const equal = sum === total
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <span
        className={
          equal ? 'flex items-center gap-1.5 text-success' : 'flex items-center gap-1.5 font-medium text-danger'
        }
      >
        <Icon name={equal ? 'circleCheck' : 'circleCross'} size={18} />
        {t(equal ? 'sumEqual' : 'sumDiffers', { count: lines.length })}
      </span>
      <span className="ml-auto text-base font-semibold text-ink" data-bill-total={sum.toString()}>
        {t('total')} <Money micro={sum} exact className="ml-3" />
      </span>
    </div>
  )
}
