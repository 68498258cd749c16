'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { classes } from '@/components/ui/classes'
import { MONTHS } from '@/lib/domain/agreements/terms'
import { micro, type Micro } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import type { SwitchableMeter } from './switch-form'
import type { SwitchYears } from './switch-view'

interface SwitchSavingProps {
  years: SwitchYears | null
  meter: SwitchableMeter
  offerName: string
}

/** The one figure of a switch: what a year like the last one would cost less, or more. */
export function SwitchSaving({ years, meter, offerName }: SwitchSavingProps) {
  const t = useTranslations('switching.saving')
  const locale = useLocale()
  if (!years) return <p className="text-sm text-quiet">{t('unknown')}</p>
  const { old, next, saving } = years
  const cheaper = saving > 0n
  const difference = micro(cheaper ? saving : -saving)
  const kind = saving === 0n ? 'same' : cheaper ? 'less' : 'more'
  return (
    <section aria-label={t('title')} data-switch-saving={saving}>
      <p className="text-sm text-quiet">{t('title')}</p>
      <p
        className={classes(
          'figure mt-1 text-2xl font-semibold tracking-tight',
          kind === 'less' && 'text-success',
          kind === 'more' && 'text-warning',
        )}
      >
        {t(kind, { amount: formatMoney(difference, locale) })}
      </p>
      <ul className="mt-4 space-y-2 text-sm">
        <Year name={meter.old.offerName} cost={old} most={old > next ? old : next} />
        <Year name={offerName} cost={next} most={old > next ? old : next} accent />
      </ul>
      <AfterFee meter={meter} saving={saving} />
      <p className="mt-3 text-sm text-quiet">
        {t('basis', { old: meter.old.offerName, next: offerName, missing: MONTHS - meter.measured })}
      </p>
    </section>
  )
}

/** The fee is paid once: what the first year comes to with it. */
function AfterFee({ meter, saving }: { meter: SwitchableMeter; saving: bigint }) {
  const t = useTranslations('switching.saving')
  const locale = useLocale()
  const fee = meter.cut.ok ? meter.cut.value.exitFee : 0n
  if (fee === 0n) return null
  const left = saving - fee
  const amount = formatMoney(micro(left < 0n ? -left : left), locale)
  return <p className="mt-3 text-sm font-medium">{t(left < 0n ? 'firstYearMore' : 'firstYearLess', { amount })}</p>
}

const THOUSAND = 1000n

function Year({ name, cost, most, accent }: { name: string; cost: Micro; most: Micro; accent?: boolean }) {
  const share = most === 0n ? 0 : Number((cost * THOUSAND) / most) / 10
  return (
    <li>
      <p className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate">{name}</span>
        <span className="font-medium">
          <Money micro={cost} />
        </span>
      </p>
      <div aria-hidden="true" className="mt-1 h-2 overflow-hidden rounded-full bg-sunken">
        <div
          className={classes('h-full rounded-full', accent ? 'bg-accent' : 'bg-chart-5')}
          style={{ width: `${share}%` }}
        />
      </div>
    </li>
  )
}
