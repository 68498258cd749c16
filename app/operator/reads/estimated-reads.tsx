'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, type Column } from '@/components/ui/table'
import type { EstimatedRead } from '@/lib/db/read/estimated-reads'
import { sumWh } from '@/lib/domain/metering/register-values'
import { fetchTrueRead } from './actions'
import { ReadOutcomeMessage } from './read-outcome'

const NEWEST = 3

export interface EstimatedReadsProps {
  reads: EstimatedRead[]
  /** In the demo the meters are simulated, and can be sent for. */
  isDemo: boolean
}

/** Instants that nobody measured: bills rest on them until the true read is handed in. Draws nothing when there are none. */
export function EstimatedReads({ reads, isDemo }: EstimatedReadsProps) {
  const t = useTranslations('operator.estimated')
  const [outcome, fetchRead] = useActionState(fetchTrueRead, null)
  const columns = useColumns(isDemo ? fetchRead : null)
  if (reads.length === 0 && !outcome) return null
  return (
    <Card title={t('title')} lead={t(isDemo ? 'leadDemo' : 'lead')} flush>
      {outcome && (
        <div className="px-4 pb-4 sm:px-6">
          <ReadOutcomeMessage outcome={outcome} />
        </div>
      )}
      <ReadsTable caption={t('title')} columns={columns} reads={reads.slice(0, NEWEST)} />
      {reads.length > NEWEST && (
        <details>
          <summary className="inline-flex min-h-11 items-center px-4 text-sm font-medium text-quiet -outline-offset-4 hover:text-accent sm:px-6">
            {t('older', { count: reads.length - NEWEST })}
          </summary>
          <ReadsTable
            caption={t('older', { count: reads.length - NEWEST })}
            columns={columns}
            reads={reads.slice(NEWEST)}
          />
        </details>
      )}
    </Card>
  )
}

function ReadsTable({
  caption,
  columns,
  reads,
}: {
  caption: string
  columns: Column<EstimatedRead>[]
  reads: EstimatedRead[]
}) {
  const t = useTranslations('operator.estimated')
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={reads}
      rowKey={({ meterId, time }) => `${meterId}-${time}`}
      empty={<p className="px-4 pb-6 text-sm text-quiet sm:px-6">{t('none')}</p>}
    />
  )
}

function useColumns(fetchRead: ((form: FormData) => void) | null): Column<EstimatedRead>[] {
  const t = useTranslations('operator.estimated')
  const meters = useTranslations('operator.meters')
  const columns: Column<EstimatedRead>[] = [
    { key: 'label', header: meters('supplyPoint'), cell: ({ label }) => label ?? meters('unnamed'), primary: true },
    { key: 'time', header: t('time'), cell: ({ time }) => <Moment at={time} precision="minute" />, numeric: true },
    {
      key: 'quality',
      header: meters('qualityTerm'),
      cell: ({ quality }) => <Badge tone="warning">{meters(`quality.${quality}`)}</Badge>,
    },
    {
      key: 'registers',
      header: meters('registers'),
      cell: ({ importWh }) => <Energy wh={sumWh(importWh)} unit="kWh" exact />,
      numeric: true,
    },
  ]
  if (!fetchRead) return columns
  const cell = (read: EstimatedRead) => <FetchForm read={read} fetchRead={fetchRead} />
  return [...columns, { key: 'fetch', header: <span className="sr-only">{t('fetch')}</span>, cell }]
}

function FetchForm({ read, fetchRead }: { read: EstimatedRead; fetchRead: (form: FormData) => void }) {
  const t = useTranslations('operator.estimated')
  return (
    <form action={fetchRead} className="flex justify-end">
      <input type="hidden" name="meter" value={read.meterId} />
      <input type="hidden" name="time" value={read.time} />
      <SubmitButton variant="secondary" size="small">
        {t('fetch')}
      </SubmitButton>
    </form>
  )
}
