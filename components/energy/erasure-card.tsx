import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { Erasable } from '@/lib/domain/metering/erasure'
import { DaySpanText } from './day-span'

export interface ErasureCardProps {
  title: ReactNode
  lead?: ReactNode
  preview: Erasable & { days: number; versions: number; unlinks: boolean }
  /** The dialog that asks for certainty. */
  children: ReactNode
}

/** What an erasure would take, and what it would leave, before anybody decides. */
export function ErasureCard({ title, lead, preview, children }: ErasureCardProps) {
  const t = useTranslations('erasure')
  const { spans, kept, days, versions, unlinks } = preview
  const gone: Description[] = [
    {
      key: 'days',
      term: t('gone.days'),
      description: (
        <>
          {t('gone.dayCount', { count: days })}
          {spans.map((span) => (
            <span key={span.from} className="block font-normal text-soft">
              <DaySpanText {...span} />
            </span>
          ))}
        </>
      ),
    },
    ...(versions > 0
      ? [{ key: 'versions', term: t('gone.versions'), description: t('gone.versionCount', { count: versions }) }]
      : []),
    { key: 'salts', term: t('gone.salts'), description: t('gone.saltsAll') },
    ...(unlinks ? [{ key: 'number', term: t('gone.number'), description: t('gone.numberAll') }] : []),
  ]
  const left: Description[] = [
    { key: 'bills', term: t('left.bills'), description: t('left.billsWhy') },
    ...kept.map(({ because, ...span }) => ({
      key: `${because} ${span.from}`,
      term: <DaySpanText {...span} />,
      description: t(`left.${because}`),
    })),
    ...(unlinks ? [] : [{ key: 'number', term: t('left.number'), description: t('left.numberWhy') }]),
  ]
  return (
    <Card title={title} lead={lead} footer={children}>
      <div className="grid gap-8 md:grid-cols-2">
        <section>
          <h3 className="mb-3 font-semibold text-danger">{t('gone.title')}</h3>
          <DescriptionList items={gone} />
        </section>
        <section>
          <h3 className="mb-3 font-semibold">{t('left.title')}</h3>
          <DescriptionList items={left} />
        </section>
      </div>
    </Card>
  )
}
