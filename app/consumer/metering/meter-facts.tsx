import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ShortHex } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { MeterRow } from '@/lib/db/read/metering'
import type { MeteredDays } from '@/lib/db/read/metering-span'
import { sumWh } from '@/lib/domain/metering/register-values'
import { formatDateRange } from '@/lib/format/local-date'

/** What a person asks of a meter: which it is, what its dials showed last, and from when on its data are here. */
export function MeterFacts({ meter, days }: { meter: MeterRow; days: MeteredDays }) {
  const t = useTranslations('metering')
  const erasure = useTranslations('erasure')
  const locale = useLocale()
  const { lastRead } = meter
  const quality = (
    <Badge tone={lastRead.quality === 'Measured' ? 'success' : 'warning'}>{t(`quality.${lastRead.quality}`)}</Badge>
  )
  return (
    <Card
      title={t('facts.title')}
      footer={
        <Link href="/consumer/metering/erase" className="link">
          {erasure('title')}
        </Link>
      }
    >
      <DescriptionList
        items={[
          { key: 'number', term: t('facts.number'), description: meter.number ?? t('facts.noNumber'), numeric: true },
          ...(meter.serial === null
            ? []
            : [{ key: 'serial', term: t('facts.serial'), description: meter.serial, numeric: true }]),
          { key: 'id', term: t('facts.id'), description: <ShortHex hex={meter.id} /> },
          {
            key: 'lastRead',
            term: t('facts.lastRead'),
            description: <Moment at={lastRead.time} precision="minute" />,
            numeric: true,
          },
          { key: 'quality', term: t('facts.quality'), description: quality },
          {
            key: 'import',
            term: t('facts.importTotal'),
            description: <Energy wh={sumWh(lastRead.importWh)} />,
            numeric: true,
          },
          ...(lastRead.exportWh > 0n
            ? [
                {
                  key: 'export',
                  term: t('facts.exportTotal'),
                  description: <Energy wh={lastRead.exportWh} />,
                  numeric: true,
                },
              ]
            : []),
          { key: 'data', term: t('facts.data'), description: formatDateRange(days, locale) },
        ]}
      />
    </Card>
  )
}
