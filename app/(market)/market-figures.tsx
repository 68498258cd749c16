import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { MarketFigures } from '@/lib/db/read/market'
import { formatCount } from '@/lib/format/number'

/** What the market has done so far: sums only, nobody's own figures. */
export function MarketFigureList({ figures }: { figures: MarketFigures }) {
  const t = useTranslations('market.figures')
  const locale = useLocale()
  return (
    <section aria-label={t('label')} className="border-y border-line py-6">
      <StatGroup>
        <Stat label={t('retailers')} value={formatCount(figures.retailers, locale)} />
        <Stat label={t('agreements')} value={formatCount(figures.agreements, locale)} />
        <Stat label={t('bills')} value={formatCount(figures.billsSettled, locale)} />
        <Stat label={t('energy')} value={<Energy wh={figures.energyWh} digits={0} />} />
        <Stat label={t('money')} value={<Money micro={figures.moneySettled} />} />
      </StatGroup>
    </section>
  )
}
