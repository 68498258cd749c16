import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money } from '@/components/energy/money'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import { micro, type Micro } from '@/lib/domain/units/units'

export interface BalancesCardProps {
  free: Micro
  locked: Micro
  /** Top up and withdraw. */
  actions: ReactNode
}

export function BalancesCard({ free, locked, actions }: BalancesCardProps) {
  const t = useTranslations('escrow.balances')
  return (
    <Card footer={actions}>
      <StatGroup>
        <Stat large label={t('free')} value={<Money micro={free} />} sub={t('freeMeaning')} />
        <Stat label={t('locked')} value={<Money micro={locked} />} sub={t('lockedMeaning')} />
        <Stat label={t('total')} value={<Money micro={micro(free + locked)} />} />
      </StatGroup>
    </Card>
  )
}
