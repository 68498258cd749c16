import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { PeriodOutlook } from '@/lib/domain/billing/period-outlook'
import type { Wh } from '@/lib/domain/units/units'
import { energyText, energyUnitFor, formatEnergy } from '@/lib/format/energy'

/** Space beyond what is shown, as a part of it. */
const MARGIN_PARTS = 12n
const HUNDREDTHS = 10_000n

/** What was used so far, filling up from zero towards the band; a mark and a line for where it will likely end. */
export function BandGauge({ outlook }: { outlook: PeriodOutlook }) {
  const t = useTranslations('running.gauge')
  const locale = useLocale()
  const { lower, upper, soFar, likely, low, high } = outlook
  const most = [upper, soFar, high.used].reduce((a, b) => (a > b ? a : b))
  const at = (energy: Wh) => Number((energy * HUNDREDTHS) / (most + most / MARGIN_PARTS + 1n)) / 100
  const text = (energy: Wh) => formatEnergy(energy, locale)
  const [from, to] = [at(lower), at(upper)]
  const outside = likely.excess > 0n || likely.shortfall > 0n
  const label = t('picture', {
    soFar: text(soFar),
    likely: text(likely.used),
    low: text(low.used),
    high: text(high.used),
    lower: text(lower),
    upper: text(upper),
  })
  return (
    <figure>
      <div role="img" aria-label={label} className="relative h-16">
        <span className="absolute inset-x-0 top-4 h-8 rounded-control bg-sunken" />
        <span
          className="absolute top-2 h-12 rounded-control bg-chart-band"
          style={{ left: `${from}%`, width: `${to - from}%` }}
        />
        <span className="absolute top-6 left-0 h-4 rounded-full bg-accent" style={{ width: `${at(soFar)}%` }} />
        <span
          className={classes('absolute top-[1.9375rem] h-0.5', outside ? 'bg-chart-outside' : 'bg-ink')}
          style={{ left: `${at(low.used)}%`, width: `${at(high.used) - at(low.used)}%` }}
        />
        <span
          className={classes(
            'absolute top-5 h-6 w-1 -translate-x-1/2 rounded-full',
            outside ? 'bg-chart-outside' : 'bg-ink',
          )}
          style={{ left: `${at(likely.used)}%` }}
        />
      </div>
      <figcaption>
        <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-3">
          <Entry swatch="h-3 w-3 rounded-full bg-accent" term={t('soFar')}>
            {text(soFar)}
          </Entry>
          <Entry swatch={classes('h-4 w-1 rounded-full', outside ? 'bg-chart-outside' : 'bg-ink')} term={t('likely')}>
            {text(likely.used)}
            <span className="block text-xs font-normal text-quiet">
              {t('range', { low: text(low.used), high: text(high.used) })}
            </span>
          </Entry>
          <Entry swatch="size-3 rounded-[3px] bg-chart-band" term={t('band')}>
            {energyText(lower, locale, { unit: energyUnitFor(upper) }).number} – {text(upper)}
          </Entry>
        </dl>
      </figcaption>
    </figure>
  )
}

function Entry({ swatch, term, children }: { swatch: string; term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="flex items-center gap-2 text-quiet">
        <span aria-hidden="true" className="flex w-3 justify-center">
          <span className={swatch} />
        </span>
        {term}
      </dt>
      <dd className="figure pl-5 font-medium">{children}</dd>
    </div>
  )
}
