'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, type Column } from '@/components/ui/table'
import type { ChangeRow } from '@/lib/db/read/interval-changes'
import { undoChange } from './actions'
import { OutcomeMessage } from './outcome-message'

/** What people changed in the meter's data, newest first; the days before are kept, so each can be taken back. */
export function ChangesCard({ meterId, changes }: { meterId: string; changes: ChangeRow[] }) {
  const t = useTranslations('operator.data.changes')
  const [outcome, undo] = useActionState(undoChange, null)
  if (changes.length === 0 && !outcome) return null
  const columns: Column<ChangeRow>[] = [
    { key: 'at', header: t('at'), cell: ({ at }) => <Moment at={at} precision="minute" />, primary: true },
    { key: 'kind', header: t('what'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'days', header: t('days'), cell: ({ days }) => days.map(({ day }) => day).join(', ') },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason || t('noReason') },
    {
      key: 'undo',
      header: <span className="sr-only">{t('undo')}</span>,
      cell: ({ id, isUndone }) =>
        isUndone ? (
          <Badge>{t('undone')}</Badge>
        ) : (
          <form action={undo}>
            <input type="hidden" name="meter" value={meterId} />
            <input type="hidden" name="change" value={id} />
            <SubmitButton variant="quiet" size="small">
              {t('undo')}
            </SubmitButton>
          </form>
        ),
    },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      {outcome && (
        <div className="px-4 pb-4 sm:px-6">
          <OutcomeMessage outcome={outcome} />
        </div>
      )}
      <Table caption={t('title')} columns={columns} rows={changes} rowKey={({ id }) => id} />
    </Card>
  )
}
