import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { OwnDue } from '@/lib/domain/surplus/agreement-due'
import { agreementName } from '@/lib/format/agreement-name'
import { Energy } from './energy'

/** What the next bills of agreements take, by agreement. Nothing for whom nothing is due to. */
export function DueCard({ dues }: { dues: readonly OwnDue[] }) {
  const t = useTranslations('credits.due')
  const waiting = dues.filter(({ due }) => due > 0n)
  if (waiting.length === 0) return null
  return (
    <Card title={t('title')} lead={t('lead')}>
      <dl className="divide-y divide-line">
        {waiting.map(({ id, ended, due, ...agreement }) => (
          <div
            key={id}
            data-due={String(due)}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <dt className="min-w-0">
              {agreementName(agreement)}
              {ended && <p className="max-w-prose text-sm text-quiet">{t('ended')}</p>}
            </dt>
            <dd className="ml-auto font-medium">
              <Energy wh={due} unit="kWh" exact />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
