import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { formatDemand } from '@/lib/format/energy'
import { formatMoney } from '@/lib/format/money'
import type { PricedRow } from './ranking'

/** What somebody should know before a price convinces them. */
export function Warnings({ row: { cost } }: { row: PricedRow }) {
  const t = useTranslations('compare.warning')
  const locale = useLocale()
  return cost.warnings.map((warning) => {
    const tone = warning.name === 'CheapHeadline' ? 'warning' : 'info'
    return (
      <Callout key={warning.name} tone={tone} title={t(`${warning.name}.title`)}>
        {warning.name === 'CheapHeadline' &&
          t('CheapHeadline.meaning', {
            headlineRank: warning.headlineRank,
            costRank: warning.costRank,
            of: warning.of,
            above: formatMoney(warning.above, locale, { digits: 0 }),
          })}
        {warning.name === 'DemandUncertain' && t('DemandUncertain.meaning', { days: warning.days })}
        {warning.name === 'CapacityUnknown' &&
          t('CapacityUnknown.meaning', { assumed: formatDemand(warning.assumed, locale) })}
      </Callout>
    )
  })
}
