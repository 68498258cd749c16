import { useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import type { Micro } from '@/lib/domain/units/units'

/** What the consumer has in the market: what bills are paid from, and what is held as deposit. */
export function BalanceCard({ free, locked }: { free: Micro; locked: Micro }) {
  const t = useTranslations('supply.balance')
  const topUp = (
    <LinkButton href="/consumer/wallet" variant="primary" wide icon="wallet">
      {t('topUp')}
    </LinkButton>
  )
  return (
    <Card title={t('title')} footer={topUp}>
      <dl className="space-y-4">
        <Stat large label={t('free')} value={<Money micro={free} />} />
        <Stat label={t('locked')} value={<Money micro={locked} />} />
      </dl>
    </Card>
  )
}
