import { useLocale, useTranslations } from 'next-intl'
import { TxHash } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Money, MoneyDifference } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import { Table, type Column } from '@/components/ui/table'
import { lineDifferences, type LineDifference } from '@/lib/domain/billing/line-differences'
import { sumWh } from '@/lib/domain/metering/register-values'
import { replacedReads, type BillReads, type ReplacedRead } from '@/lib/domain/settlement/revision'
import { micro, type Micro, type Wh } from '@/lib/domain/units/units'
import { billedEnergy } from '@/lib/format/energy'
import { sumOf } from './line-groups'
import type { BillReader, RevisedLine, RevisionRun } from './revised-bill'

export interface RevisionCardProps {
  run: RevisionRun
  /** The bill before this run; its reads are null if nobody can tell which they were. */
  before: { reads: BillReads | null; used: Wh; total: Micro }
  /** Whose page this is: the customer is spoken to, the retailer is told about it. */
  reader: BillReader
}

/** A bill that was made again: what it was, what it is, the difference line by line, and which read was replaced. */
export function RevisionCard({ run, before, reader }: RevisionCardProps) {
  const t = useTranslations('bill.revision')
  const replaced = before.reads && run.reads ? replacedReads(before.reads, run.reads) : []
  const used = run.usedWh ? sumWh(run.usedWh) : before.used
  const direction = run.net < 0n ? 'back' : run.net > 0n ? 'more' : 'same'
  return (
    <Card
      title={t.rich('title', { day: () => <Moment at={run.settledAt} /> })}
      lead={t(run.usedWh ? 'lead' : 'leadTrueUp')}
      flush
      className="break-inside-avoid"
      footer={<RevisionFoot run={run} reader={reader} />}
    >
      <div className="space-y-6 px-4 pb-6 sm:px-6" data-revision-net={run.net.toString()}>
        <ul className="space-y-1 text-sm text-soft">
          {replaced.map((one) => (
            <li key={one.end}>
              <Reason replaced={one} />
            </li>
          ))}
        </ul>
        <StatGroup>
          <Stat label={t('was')} value={<Money micro={before.total} />} sub={<Energy wh={before.used} unit="kWh" />} />
          <Stat
            label={t('is')}
            value={<Money micro={micro(before.total + run.net)} />}
            sub={<Energy wh={used} unit="kWh" />}
          />
          <Stat
            large
            label={t('difference')}
            value={<MoneyDifference micro={run.net} />}
            sub={t(`${direction}.${reader}`)}
          />
        </StatGroup>
      </div>
      <DifferenceTable run={run} />
    </Card>
  )
}

/** "The read at the end was estimated: 1,200 kWh. The meter showed 900 kWh." */
function Reason({ replaced: { end, estimated, measured } }: { replaced: ReplacedRead }) {
  const t = useTranslations('bill.revision.reason')
  const locale = useLocale()
  const shown = (read: ReplacedRead['measured']) => billedEnergy(sumWh(read.importWh), locale)
  return t.rich(`${end}.${estimated.quality}`, {
    time: () => <Moment at={measured.time} precision="minute" />,
    estimated: () => <strong className="figure font-medium text-ink">{shown(estimated)}</strong>,
    measured: () => <strong className="figure font-medium text-ink">{shown(measured)}</strong>,
  })
}

function DifferenceTable({ run }: { run: RevisionRun }) {
  const t = useTranslations('bill.revision')
  const rows = lineDifferences(run.reversed, run.lines)
  const totals = {
    kind: t('total'),
    was: <Money micro={sumOf(run.reversed)} exact />,
    is: <Money micro={sumOf(run.lines)} exact />,
    difference: <MoneyDifference micro={run.net} exact />,
  }
  return (
    <Table
      caption={t('caption')}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => `${lineOf(row).kind}-${rows.indexOf(row)}`}
      rowData={(row) => ({ 'data-revised-line': lineOf(row).kind })}
      totals={totals}
    />
  )
}

function useColumns(): Column<LineDifference<RevisedLine>>[] {
  const t = useTranslations('bill')
  const amount = (line: RevisedLine | null) =>
    line ? <Money micro={line.amount} exact /> : <span className="text-quiet">–</span>
  return [
    { key: 'kind', header: t('lines.kind'), cell: (row) => t(`kind.${lineOf(row).kind}`), primary: true },
    { key: 'payee', header: t('lines.payee'), cell: (row) => lineOf(row).payeeName ?? t(`payee.${lineOf(row).payee}`) },
    { key: 'was', header: t('revision.was'), cell: ({ before }) => amount(before), numeric: true },
    { key: 'is', header: t('revision.is'), cell: ({ after }) => amount(after), numeric: true },
    {
      key: 'difference',
      header: t('revision.difference'),
      cell: ({ difference }) => <MoneyDifference micro={difference} exact className="font-medium" />,
      numeric: true,
    },
  ]
}

function lineOf({ before, after }: LineDifference<RevisedLine>): RevisedLine {
  const line = after ?? before
  if (!line) throw new Error('a difference has a line on one side at least')
  return line
}

/** The transaction, and what of the money has not come back yet. */
function RevisionFoot({ run, reader }: Pick<RevisionCardProps, 'run' | 'reader'>) {
  const t = useTranslations('bill.revision')
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
      {run.stillOwed > 0n && (
        <p className="max-w-prose">
          {t.rich(`owed.${reader}`, { amount: () => <Money micro={run.stillOwed} className="font-medium" /> })}
        </p>
      )}
      <p className="ml-auto">
        {t('transaction')} <TxHash hash={run.txHash} />
      </p>
    </div>
  )
}
