'use client'

import { useLocale, useTranslations } from 'next-intl'
import { FlowRun } from '@/components/wallet/flow-run'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import { formatEnergy } from '@/lib/format/energy'
import { voucherStep, type VoucherWish } from './voucher-step'

export interface VoucherRunProps {
  settings: WalletSettings
  account: Address
  wish: VoucherWish
  onMade: (text: string) => void
  onGiveUp: () => void
}

/** Asks the wallet for its signature under a voucher. */
export function VoucherRun({ settings, account, wish, onMade, onGiveUp }: VoucherRunProps) {
  const t = useTranslations('voucher')
  const locale = useLocale()
  const title = t('step', { energy: formatEnergy(wish.most, locale, { exact: true }) })
  return (
    <FlowRun
      settings={settings}
      account={account}
      steps={() => [voucherStep({ title, settings }, wish, onMade)]}
      onGiveUp={onGiveUp}
    />
  )
}
