import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Stat, StatGroup } from '@/components/ui/stat'
import { dayBounds } from '@/lib/domain/metering/calendar'
import { localClock } from '@/lib/domain/metering/local-clock'
import { wallTime } from '@/lib/domain/metering/use-points'
import type { Demand, UseTotals } from '@/lib/domain/metering/use-totals'
import { energyUnitFor, formatDemand, formatEnergy, formatEnergyDifference } from '@/lib/format/energy'
import { formatDate } from '@/lib/format/local-date'

export interface TotalsProps {
  totals: UseTotals
  /** Null if last year is not asked for. */
  before: { totals: UseTotals; known: boolean; name: string } | null
  exports: boolean
  demand: Demand | null
  timeZone: string
}

/** What the span comes to. */
export function Totals({ totals, before, exports, demand, timeZone }: TotalsProps) {
  const t = useTranslations('metering.totals')
  const locale = useLocale()
  return (
    <StatGroup>
      <Stat
        large
        label={t('import')}
        value={<Energy wh={totals.importWh} />}
        sub={before && <Compared here={totals} before={before} />}
      />
      {exports && <Stat label={t('export')} value={<Energy wh={totals.exportWh} />} />}
      {demand && (
        <Stat
          label={t('demand')}
          value={formatDemand(demand.demand, locale)}
          sub={t('demandAt', { day: formatDate(demand.day, locale, 'short'), time: timeOf(demand, timeZone) })}
        />
      )}
      {before?.known && (
        <Stat label={t('before')} value={<Energy wh={before.totals.importWh} />} sub={t('beforeSpan', { span: before.name })} />
      )}
    </StatGroup>
  )
}

function Compared({ here, before }: { here: UseTotals; before: NonNullable<TotalsProps['before']> }) {
  const t = useTranslations('metering.totals')
  const locale = useLocale()
  if (!before.known) return t('beforeNone')
  const unit = energyUnitFor(here.importWh)
  const difference = formatEnergyDifference(here.importWh - before.totals.importWh, locale, { unit })
  return t('difference', { difference, before: formatEnergy(before.totals.importWh, locale, { unit }) })
}

/** "18:00–18:15". */
function timeOf({ day, interval, minutes }: Demand, timeZone: string): string {
  const { minute } = localClock(timeZone)(dayBounds(day, timeZone).start + interval * minutes * 60)
  return `${wallTime(minute)}–${wallTime(minute + minutes)}`
}
