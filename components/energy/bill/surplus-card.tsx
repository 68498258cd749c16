import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Card } from '@/components/ui/card'
import type { BilledSurplus } from '@/lib/domain/billing/surplus'
import type { SurplusSavings } from '@/lib/domain/billing/surplus-savings'
import { micro } from '@/lib/domain/units/units'

export interface SurplusCardProps {
  surplus: BilledSurplus
  /** Null to those who may not see the meter. */
  saved: SurplusSavings | null
}

/** What was traded in surplus sessions and touches this bill, each with what it saved. */
export function SurplusCard({ surplus: { bought, sold, taken }, saved }: SurplusCardProps) {
  const t = useTranslations('bill.surplus')
  const rows = [
    { key: 'taken', energy: taken, amount: saved && saved.taken },
    { key: 'bought', energy: bought, amount: saved && (sold > 0n ? null : saved.moved) },
    { key: 'sold', energy: sold, amount: saved && saved.moved },
  ] as const
  return (
    <Card title={t('title')} lead={t('lead')} className="later break-inside-avoid">
      <dl className="divide-y divide-line">
        {rows
          .filter(({ energy }) => energy > 0n)
          .map(({ key, energy, amount }) => (
            <div key={key} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_auto]">
              <dt>
                {t.rich(key, { energy: () => <Energy wh={energy} /> })}
                <p className="max-w-prose text-sm text-quiet">{t(`${key}Note`)}</p>
              </dt>
              {amount !== null && (
                <dd className="text-sm text-soft sm:text-right">
                  {t.rich(amount < 0n ? 'cost' : 'saved', {
                    amount: () => <Money micro={micro(amount < 0n ? -amount : amount)} />,
                  })}
                </dd>
              )}
            </div>
          ))}
      </dl>
    </Card>
  )
}
