import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { OfferRow } from '@/lib/db/read/offers'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { walletSettings } from '@/lib/services/wallet-settings'
import { WithdrawFlow } from './withdraw-flow'

/** What the retailer itself can do with its offer. */
export function WithdrawPanel({ row }: { row: OfferRow }) {
  const t = useTranslations('offers.own')
  const signed = t('signed', { count: row.agreements ?? 0 })
  if (row.status === 'withdrawn') return <Card title={t('title')}>{signed}</Card>
  return (
    <Card title={t('title')} lead={signed}>
      <p className="text-sm text-soft">{t('meaning')}</p>
      <div className="mt-5">
        <WithdrawFlow
          settings={walletSettings()}
          retailer={row.retailer as Address}
          offerId={row.id as Hex}
          name={row.name}
        />
      </div>
    </Card>
  )
}
