import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { MeterRow } from '@/lib/db/read/metering'

/** What is written on the meter: none of it is on the chain. */
export function NamesCard({ meter: { number, serial } }: { meter: MeterRow }) {
  const t = useTranslations('meters')
  return (
    <Card title={t('names.title')} lead={t('names.lead')}>
      <DescriptionList
        items={[
          { key: 'number', term: t('fields.number'), description: number ?? t('names.unknown'), numeric: true },
          { key: 'serial', term: t('fields.serial'), description: serial ?? t('names.unknown'), numeric: true },
        ]}
      />
    </Card>
  )
}
