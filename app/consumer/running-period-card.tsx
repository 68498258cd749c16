import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money, MoneyDifference } from '@/components/energy/money'
import { Moment, Period } from '@/components/energy/period'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import { placeOf, type Ending, type Standing } from '@/lib/domain/billing/period-outlook'
import { formatEnergy } from '@/lib/format/energy'
import { formatMoney } from '@/lib/format/money'
import type { RunningPeriod } from '@/lib/services/running-period'
import { BandGauge } from './band-gauge'

const TONE: Record<Standing, Tone> = {
  within: 'success',
  mayFallShort: 'warning',
  mayExceed: 'warning',
  over: 'warning',
}

/** The month that runs: used so far, what it will likely come to, and what leaving the band would cost on either side. */
export function RunningPeriodCard({ running }: { running: RunningPeriod }) {
  const t = useTranslations('running')
  const { start, end, use, outlook, basis } = running
  const { likely, high, nothingMore, standing } = outlook
  return (
    <Card
      title={t('title', { basis })}
      lead={<Known running={running} />}
      actions={<Badge tone={TONE[standing]}>{t(`standing.${standing}`)}</Badge>}
    >
      <BandGauge outlook={outlook} />
      <p className="mt-5 max-w-prose text-sm text-soft">
        <Advice running={running} />
      </p>
      <div className="mt-5 border-t border-line pt-5">
        <StatGroup>
          <Stat
            label={t('bill')}
            value={<Money micro={likely.bill} />}
            sub={t('daysToCome', { days: use.daysToCome, from: use.from })}
          />
          <Side label={t(`less.${placeOf(nothingMore)}`)} ending={nothingMore}>
            {t('lessWhen')}
          </Side>
          <Side label={t(`more.${placeOf(high)}`)} ending={high}>
            {t('moreWhen')}
          </Side>
        </StatGroup>
      </div>
      <p className="sr-only">
        <Period start={start} end={end} />
      </p>
    </Card>
  )
}

function Known({ running: { start, end, use, knownUntil } }: { running: RunningPeriod }) {
  const t = useTranslations('running')
  if (knownUntil === null) return <>{t('nothingKnown', { from: use.from })}</>
  return t.rich('known', {
    days: use.soFar.days,
    all: Math.round((end - start) / 86_400),
    until: () => <Moment at={Date.parse(`${knownUntil}T12:00:00Z`) / 1000} />,
  })
}

/** What one end of the scale costs beyond the same energy at the agreed price. */
function Side({ label, ending, children }: { label: string; ending: Ending; children: ReactNode }) {
  const t = useTranslations('running')
  const free = ending.deviation === 0n
  return <Stat label={label} value={free ? t('free') : <MoneyDifference micro={ending.deviation} />} sub={children} />
}

function Advice({ running: { outlook, use, basis } }: { running: RunningPeriod }) {
  const t = useTranslations('running.advice')
  const locale = useLocale()
  const { standing, room, needed, likely } = outlook
  const days = BigInt(Math.max(1, use.daysToCome))
  const energy = (wh: bigint) => formatEnergy(wh as typeof room, locale)
  return t(standing, {
    basis,
    room: energy(room),
    roomPerDay: energy(room / days),
    needed: energy(needed),
    neededPerDay: energy(needed / days),
    excess: energy(likely.excess),
    shortfall: energy(likely.shortfall),
    cost: formatMoney(
      (likely.deviation > 0n ? likely.deviation : -likely.deviation) as unknown as typeof likely.bill,
      locale,
    ),
    cheaper: likely.deviation <= 0n ? 'yes' : 'no',
  })
}
