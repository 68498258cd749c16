'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { voucherFromText } from '@/lib/chain/coding/voucher'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import type { Address } from '@/lib/domain/units/hex'
import { VoucherForm } from './voucher-form'
import { forgetVoucher, keepVoucher, useVouchers } from './voucher-store'
import { VoucherCard } from './voucher-card'
import type { VoucherWish } from './voucher-step'

const VoucherRun = partOnDemand(() => import('./voucher-run').then((module) => module.VoucherRun), <FlowWaiting />, [
  'refusals',
  'wallet',
])

export interface Station {
  address: Address
  name: string
}

export interface VoucherDeskProps {
  settings: WalletSettings
  account: Address
  /** That can be redeemed. */
  held: readonly HeldCredit[]
  stations: readonly Station[]
  calendar: readonly PeriodRow[]
  /** The id of the credit that a link named. */
  asked: string | null
}

/** Writes vouchers and shows those that were written here. */
export function VoucherDesk({ settings, account, held, stations, calendar, asked }: VoucherDeskProps) {
  const t = useTranslations('voucher')
  const [wish, setWish] = useState<VoucherWish | null>(null)
  const texts = useVouchers(account)
  const place = { chainId: settings.chainId, energyCredits: settings.contracts.EnergyCredits }
  const kept = texts.flatMap((text) => {
    const read = voucherFromText(text, place)
    return read.ok ? { text, voucher: read.value.voucher } : []
  })
  function made(text: string) {
    keepVoucher(account, text)
    setWish(null)
  }
  return (
    <div className="space-y-4 sm:space-y-6">
      {held.length > 0 && (
        <Card title={t('make')} lead={t('makeLead')} className="print:hidden">
          {wish ? (
            <VoucherRun
              settings={settings}
              account={account}
              wish={wish}
              onMade={made}
              onGiveUp={() => setWish(null)}
            />
          ) : (
            <VoucherForm
              account={account}
              held={held}
              stations={stations}
              calendar={calendar}
              asked={asked}
              onWish={setWish}
              onReach={VoucherRun.preload}
            />
          )}
        </Card>
      )}
      {kept.length > 0 && (
        <section aria-labelledby="vouchers" className="space-y-4">
          <div className="max-w-prose print:hidden">
            <h2 id="vouchers" className="text-lg font-semibold tracking-tight">
              {t('kept')}
            </h2>
            <p className="mt-1 text-sm text-quiet">{t('keptMeaning')}</p>
          </div>
          {kept.map(({ text, voucher }, index) => (
            <VoucherCard
              key={text}
              text={text}
              voucher={voucher}
              stations={stations}
              calendar={calendar}
              startsOpen={index === 0}
              onForget={() => forgetVoucher(account, text)}
            />
          ))}
        </section>
      )}
    </div>
  )
}
