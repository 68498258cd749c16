import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { MarketFigures } from '@/lib/db/read/market'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { formatCount } from '@/lib/format/number'

export interface SettledCardProps {
  figures: MarketFigures
  periods: readonly PeriodRow[]
  now: number
}

/** What all settlement runs together have billed and moved. */
export function SettledCard({ figures, periods, now }: SettledCardProps) {
  const t = useTranslations('operator.market.settled')
  const locale = useLocale()
  const over = periods.filter(({ end }) => end <= now).length
  return (
    <Card title={t('title')} lead={t('lead')}>
      <StatGroup>
        <Stat
          label={t('bills')}
          value={formatCount(figures.billsSettled, locale)}
          sub={t('periods', { count: over })}
        />
        <Stat label={t('energy')} value={<Energy wh={figures.energyWh} digits={0} />} />
        <Stat label={t('money')} value={<Money micro={figures.moneySettled} />} />
        <Stat label={t('agreements')} value={formatCount(figures.agreements, locale)} />
      </StatGroup>
    </Card>
  )
}
