'use client'

import { useTranslations } from 'next-intl'
import { Energy, EnergyDifference } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { Field, Input } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, type Column } from '@/components/ui/table'
import { addDays } from '@/lib/domain/metering/calendar'
import type { EstimatedPiece } from '@/lib/domain/metering/estimate-gaps'
import { REASON_LENGTH } from '@/lib/domain/metering/edit-intervals'
import type { DifferenceRow } from '@/lib/domain/metering/register-differences'
import { wh } from '@/lib/domain/units/units'
import type { EstimateOrder, EstimatePreview } from '@/lib/services/estimate-gaps'

export interface EstimatePreviewProps {
  order: EstimateOrder
  preview: EstimatePreview
  action: (form: FormData) => void
}

/** What would be filled, by which method, and how far the registers are from it before and after. */
export function EstimatePreviewShown({ order, preview, action }: EstimatePreviewProps) {
  const t = useTranslations('operator.data.estimate')
  const { pieces, differences, scalings, fingerprint } = preview
  return (
    <div className="space-y-4" data-preview={fingerprint}>
      <Callout tone="info" title={t('shown', { days: preview.days.length })} live>
        {t(scalings.some(({ importTo }) => importTo) ? 'scaled' : 'unscaled')}
      </Callout>
      <PiecesTable pieces={pieces} />
      <ul className="space-y-1 text-sm">
        {differences.after.map((row, index) => (
          <li key={index}>
            <DifferenceLine row={row} before={differences.before[index]?.differenceWh ?? 0n} />
          </li>
        ))}
      </ul>
      <form action={action} className="space-y-4">
        <input type="hidden" name="meter" value={order.meterId} />
        <input type="hidden" name="from" value={order.span.from} />
        <input type="hidden" name="until" value={addDays(order.span.to, -1)} />
        {order.isAnew && <input type="hidden" name="anew" value="on" />}
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <Field label={t('reason')} hint={t('reasonHint')}>
          <Input name="reason" maxLength={REASON_LENGTH.most} />
        </Field>
        <SubmitButton>{t('apply')}</SubmitButton>
      </form>
    </div>
  )
}

function PiecesTable({ pieces }: { pieces: EstimatedPiece[] }) {
  const t = useTranslations('operator.data.estimate')
  const columns: Column<EstimatedPiece>[] = [
    { key: 'from', header: t('start'), cell: ({ from }) => <Moment at={from} precision="minute" />, primary: true },
    { key: 'to', header: t('end'), cell: ({ to }) => <Moment at={to} precision="minute" />, numeric: true },
    { key: 'intervals', header: t('intervals'), cell: ({ intervals }) => intervals, numeric: true },
    { key: 'method', header: t('method'), cell: ({ method }) => t(`methods.${method}`) },
    { key: 'basis', header: t('basis'), cell: ({ basis }) => basis.join(', ') },
  ]
  return <Table caption={t('pieces')} columns={columns} rows={pieces} rowKey={({ from }) => String(from)} />
}

function DifferenceLine({ row, before }: { row: DifferenceRow; before: bigint }) {
  const t = useTranslations('operator.data.estimate')
  return t.rich(row.register === 'export' ? 'differenceExport' : 'differenceTotal', {
    counted: () => <Energy wh={wh(row.registerWh)} unit="kWh" exact />,
    before: () => <EnergyDifference wh={before} unit="kWh" exact />,
    after: () => <EnergyDifference wh={row.differenceWh} unit="kWh" exact />,
  })
}
