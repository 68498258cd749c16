import { useLocale, useTranslations } from 'next-intl'
import { Energy, EnergyDifference, Unit } from '@/components/energy/energy'
import { Stat, StatGroup } from '@/components/ui/stat'
import { dayBounds } from '@/lib/domain/metering/calendar'
import { localClock } from '@/lib/domain/metering/local-clock'
import { wallTime } from '@/lib/domain/metering/curve-points'
import type { Demand, UseTotals, YearsCompared } from '@/lib/domain/metering/use-totals'
import { energyUnitFor, formatDemand, formatEnergy } from '@/lib/format/energy'
import type { MeteringView } from '@/lib/domain/metering/metering-view'
import type { Watt } from '@/lib/domain/units/units'
import type { Locale } from '@/lib/format/locale'
import { formatDate } from '@/lib/format/local-date'

export interface TotalsProps {
  view: MeteringView
  totals: UseTotals
  /** Null if last year is not asked for. */
  compared: YearsCompared | null
  exports: boolean
  demand: Demand | null
  timeZone: string
}

/** What the span comes to. */
export function Totals({ view, totals, compared, exports, demand, timeZone }: TotalsProps) {
  const t = useTranslations('metering.totals')
  const locale = useLocale()
  return (
    <StatGroup>
      <Stat large label={t('import')} value={<Energy wh={totals.importWh} />} />
      {exports && <Stat label={t('export')} value={<Energy wh={totals.exportWh} />} />}
      {demand && (
        <Stat
          label={t('demand')}
          value={<DemandFigure watt={demand.demand} />}
          sub={demandTime(demand, { view, timeZone, locale, words: (parts) => t('demandAt', parts) })}
        />
      )}
      {compared && <Compared {...compared} />}
    </StatGroup>
  )
}

function DemandFigure({ watt }: { watt: Watt }) {
  const [number, unit = ''] = formatDemand(watt, useLocale()).split(' ')
  return (
    <>
      {number} <Unit>{unit}</Unit>
    </>
  )
}

/** How much more or less than last year, on the days that both years know. */
function Compared({ hereWh, beforeWh, days, uncompared }: YearsCompared) {
  const t = useTranslations('metering.totals')
  const locale = useLocale()
  if (days === 0) return <Stat label={t('compared')} value="–" sub={t('beforeNone')} />
  const unit = energyUnitFor(beforeWh)
  const before = formatEnergy(beforeWh, locale, { unit })
  return (
    <Stat
      label={t('compared')}
      value={<EnergyDifference wh={hereWh - beforeWh} unit={unit} />}
      sub={uncompared > 0 ? t('beforeSome', { before, days }) : t('beforeAll', { before })}
    />
  )
}

interface DemandWords {
  view: MeteringView
  timeZone: string
  locale: Locale
  words: (parts: { day: string; time: string }) => string
}

function demandTime(demand: Demand, { view, timeZone, locale, words }: DemandWords): string {
  const time = timeOf(demand, timeZone)
  return view === 'day' ? time : words({ day: formatDate(demand.day, locale, 'short'), time })
}

/** "18:00–18:15". */
function timeOf({ day, interval, minutes }: Demand, timeZone: string): string {
  const { minute } = localClock(timeZone)(dayBounds(day, timeZone).start + interval * minutes * 60)
  return `${wallTime(minute)}–${wallTime(minute + minutes)}`
}
