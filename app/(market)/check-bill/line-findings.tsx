import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { BillCheck, Figures } from '@/lib/chain/coding/bill/findings'
import type { BillFile } from '@/lib/chain/coding/bill/file'
import type { Micro, Wh } from '@/lib/domain/units/units'
import { FindingBadge, findingData } from './finding-look'

export interface LineFindingsProps {
  file: BillFile
  checks: readonly BillCheck[]
  timeZone: string
}

/** Each figure three times: as the file has it, worked out again, and as the chain recorded it. A table for each run, the newest first. */
export function LineFindings({ file, checks, timeZone }: LineFindingsProps) {
  const t = useTranslations('checkBill')
  const lines = checks.filter(({ part }) => part === 'lines')
  const total = lines.filter(({ name }) => name === 'total')
  const runs = file.runs.map((run, index) => ({ run, index, own: lines.filter((check) => check.run === index) }))
  return (
    <Card title={t('parts.lines.title')} lead={t('parts.lines.lead')} flush>
      <div className="divide-y divide-line">
        <LineTable caption={t('runs.total')} checks={total} />
        {runs.reverse().map(({ run, index, own }) => (
          <section key={index} className="pt-4">
            <h3 className="px-4 pb-2 text-sm font-semibold text-soft sm:px-6">
              {t.rich(`runs.${run.kind}`, {
                day: () => <Moment at={run.time} timeZone={timeZone} />,
              })}
            </h3>
            <LineTable caption={t('runs.caption')} checks={own} />
          </section>
        ))}
      </div>
    </Card>
  )
}

function LineTable({ caption, checks }: { caption: string; checks: BillCheck[] }) {
  return (
    <Table
      caption={caption}
      columns={useColumns()}
      rows={checks}
      rowKey={(check) => `${check.name} ${check.run} ${checks.indexOf(check)}`}
      rowData={(check) => ({ ...findingData(check), ...(check.kind && { 'data-line': check.kind }) })}
    />
  )
}

function useColumns(): Column<BillCheck>[] {
  const t = useTranslations('checkBill.columns')
  const figure = (of: keyof Omit<Figures, 'unit'>): Column<BillCheck> => ({
    key: of,
    header: t(of),
    cell: (check) => <Figure check={check} of={of} />,
    numeric: true,
    className: 'sm:w-[19%]',
  })
  return [
    {
      key: 'what',
      header: t('what'),
      cell: (check) => <What check={check} />,
      primary: true,
      className: 'sm:w-[26%]',
    },
    figure('file'),
    figure('again'),
    figure('chain'),
    {
      key: 'finding',
      header: t('finding'),
      cell: (check) => <FindingBadge check={check} />,
      numeric: true,
      className: 'sm:w-[17%]',
    },
  ]
}

function What({ check: { name, kind } }: { check: BillCheck }) {
  const t = useTranslations('checkBill.what')
  const kinds = useTranslations('bill.kind')
  if (kind) return name === 'reversedLine' ? t('reversed', { line: kinds(kind) }) : kinds(kind)
  if (name === 'total' || name === 'used' || name === 'contracted') return t(name)
  return t('noLines')
}

function Figure({ check: { figures, chain }, of }: { check: BillCheck; of: keyof Omit<Figures, 'unit'> }) {
  const t = useTranslations('checkBill.columns')
  if (of === 'chain' && chain === 'unknown') return <span className="font-normal text-quiet">{t('notCompared')}</span>
  const value = figures?.[of] ?? null
  if (!figures || value === null) return <span className="text-quiet">{t('none')}</span>
  return figures.unit === 'money' ? (
    <Money micro={value as Micro} exact />
  ) : (
    <Energy wh={value as Wh} unit="kWh" exact />
  )
}
