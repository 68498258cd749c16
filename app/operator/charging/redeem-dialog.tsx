'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { voucherFromText } from '@/lib/chain/coding/voucher'
import type { Address } from '@/lib/domain/units/hex'
import { formatEnergy } from '@/lib/format/energy'
import type { Charged } from './charged-store'
import { placeOf } from './read-voucher'
import { redeemStep } from './redeem-step'

const FlowRun = partOnDemand(
  () => import('@/components/wallet/flow-run').then((module) => module.FlowRun),
  <FlowWaiting />,
)

export interface RedeemDialogProps {
  settings: WalletSettings
  station: Address
  charged: Charged
  onRedeemed: () => void
  onClose: () => void
}

/** Redeems one voucher in a transaction of the charging point's own account. */
export function RedeemDialog({ settings, station, charged, onRedeemed, onClose }: RedeemDialogProps) {
  const t = useTranslations('charging.redeem')
  const locale = useLocale()
  const router = useRouter()
  const energy = formatEnergy(charged.energy, locale, { exact: true })
  const read = voucherFromText(charged.text, placeOf(settings))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { energy })}
      description={t('description')}
      persistent
    >
      {read.ok && (
        <FlowRun
          settings={settings}
          account={station}
          steps={() => [redeemStep({ title: t('step', { energy }), settings, ...read.value, energy: charged.energy })]}
          done={
            <Callout tone="success" title={t('done', { energy })} live>
              {t('doneMeaning')}
            </Callout>
          }
          onConfirmed={() => {
            onRedeemed()
            router.refresh()
          }}
          onGiveUp={onClose}
        />
      )}
    </Dialog>
  )
}
