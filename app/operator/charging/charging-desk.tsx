'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { prepareVoucherSigner } from '@/lib/chain/coding/voucher-signer'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { Decision } from '@/lib/domain/decision'
import type { Address } from '@/lib/domain/units/hex'
import { dropCharged, keepCharged, useCharged, type Charged } from './charged-store'
import { RedeemDialog } from './redeem-dialog'
import { placeOf, readVoucher, type CheckedVoucher } from './read-voucher'
import { ScanCard } from './scan-card'
import { VoucherPanel } from './voucher-panel'
import { WaitingCard } from './waiting-card'

export interface ChargingDeskProps {
  settings: WalletSettings
  /** The charging point: the only account that may redeem here. */
  station: Address
  calendar: readonly PeriodRow[]
}

/** From the scan to the redeemed voucher. Everything up to redeeming works without the network. */
export function ChargingDesk({ settings, station, calendar }: ChargingDeskProps) {
  const t = useTranslations('charging')
  const [read, setRead] = useState<Decision<CheckedVoucher> | null>(null)
  const [redeeming, setRedeeming] = useState<Charged | null>(null)
  const waiting = useCharged(station)
  const place = placeOf(settings)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    void prepareVoucherSigner().then(setReady)
  }, [])

  async function take(text: string) {
    setRead(await readVoucher(text, { place, station, taken: waiting.map((one) => one.text) }))
  }
  function charged(voucher: CheckedVoucher, energy: Charged['energy'], present: boolean) {
    const one = { text: voucher.text, energy, at: Math.floor(Date.now() / 1_000) }
    // Kept before anything else: what was given must not be lost with the page.
    keepCharged(station, one)
    setRead(null)
    if (present) setRedeeming(one)
  }
  return (
    <>
      {read?.ok ? (
        <VoucherPanel
          key={read.value.text}
          checked={read.value}
          settings={settings}
          station={station}
          calendar={calendar}
          onCharged={(energy, present) => charged(read.value, energy, present)}
          onBack={() => setRead(null)}
        />
      ) : (
        <>
          {read && (
            <RefusalMessage
              refusal={read.refusal}
              action={<Button onClick={() => setRead(null)}>{t('another')}</Button>}
            />
          )}
          <ScanCard isReady={isReady} onText={(text) => void take(text)} />
        </>
      )}
      {waiting.length > 0 && (
        <WaitingCard
          waiting={waiting}
          place={place}
          onRedeem={setRedeeming}
          onDrop={({ text }) => dropCharged(station, text)}
        />
      )}
      {redeeming && (
        <RedeemDialog
          settings={settings}
          station={station}
          charged={redeeming}
          onRedeemed={() => dropCharged(station, redeeming.text)}
          onClose={() => setRedeeming(null)}
        />
      )}
    </>
  )
}
