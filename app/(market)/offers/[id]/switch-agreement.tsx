'use client'

import { useTranslations } from 'next-intl'
import { mapRegisters, sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import { wh, type Micro, type Wh } from '@/lib/domain/units/units'
import { Energy } from '@/components/energy/energy'
import { Icon } from '@/components/ui/icon'
import { outlook } from './outlook'
import { PlanFields } from './sign-plan-fields'
import { WorstCase } from './sign-worst-case'
import { SwitchDates } from './switch-dates'
import type { SwitchableMeter, SwitchFormProps } from './switch-form'
import { SwitchMoney } from './switch-money'
import type { SwitchMonth } from './switch-months'
import { SwitchSaving } from './switch-saving'
import { switchYears } from './switch-view'
import { WalletNames } from './wallet-names'

export interface SwitchPlan {
  texts: string[]
  /** The most a month can be planned at. */
  most: Wh
  contracted: Wh[] | null
  showErrors: boolean
  busy: boolean
  onChange: (texts: string[]) => void
}

export interface SwitchAgreementProps extends SwitchFormProps {
  meter: SwitchableMeter
  plan: SwitchPlan
  /** Null while the plan cannot be read. */
  missing: Micro | null
  deposit: Micro | null
}

/** All that a person should know before switching: what it saves, when what happens, what moves, and the worst case. */
export function SwitchAgreement(props: SwitchAgreementProps) {
  const { meter, offer, table, plan } = props
  const { contracted } = plan
  const { months, capacity, old } = meter
  const next = { offer: offer.terms, pricing: offer.pricing }
  const years = table && contracted && switchYears({ old, next, table, capacity, months, contracted })
  const mix = mixOf(months) ?? offer.mix
  const maxDemand = months.map((month) => month.maxDemand)
  const view = contracted && outlook({ ...next, table, contracted, mix, maxDemand, capacity })
  return (
    <>
      <SwitchSaving years={years} meter={meter} offerName={offer.name} />
      <SwitchDates {...props} />
      <SwitchMoney {...props} />
      <PlanSection meter={meter} plan={plan} />
      {view && <WorstCase offer={offer.terms} view={view} />}
      {view && <WalletNames />}
    </>
  )
}

/** Filled in already: opened by whoever expects another year. */
function PlanSection({ meter, plan }: { meter: SwitchableMeter; plan: SwitchPlan }) {
  const t = useTranslations('switching.plan')
  const { texts, most, contracted, showErrors, busy, onChange } = plan
  return (
    <details className="group rounded-card border border-line" open={showErrors && !contracted ? true : undefined}>
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 py-2 text-sm [&::-webkit-details-marker]:hidden">
        <span>
          <span className="font-medium">{t('title')}</span>{' '}
          <span className="text-quiet">{contracted && <Energy wh={sumWh(contracted)} />}</span>
        </span>
        <Icon name="chevronDown" size={18} className="text-quiet transition-transform group-open:rotate-180" />
      </summary>
      <fieldset disabled={busy} className="min-w-0 border-t border-line p-4">
        <PlanFields
          months={meter.months}
          texts={texts}
          most={most}
          origin={meter.measured > 0 ? 'fromPastYear' : 'unknown'}
          showErrors={showErrors}
          onChange={onChange}
        />
      </fieldset>
    </details>
  )
}

function mixOf(months: readonly SwitchMonth[]): RegisterValues<Wh> | null {
  return months.reduce<RegisterValues<Wh> | null>((sum, { registers }) => {
    if (!sum || !registers) return sum ?? registers
    return mapRegisters(sum, (energy, index) => wh(energy + (registers[index] ?? 0n)))
  }, null)
}
