'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field, Input, Select } from '@/components/ui/field'
import { FlowProgress } from '@/components/wallet/flow-progress'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import type { GivenInstruction, InstructedUse, Leftover } from '@/lib/domain/surplus/standing-instruction'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import type { Address } from '@/lib/domain/units/hex'
import { microPerKwh, type Micro, type MicroPerKwh } from '@/lib/domain/units/units'
import { typedMoney } from '@/lib/format/parse-amount'
import type { NamedStorage } from '@/lib/services/own-surplus'
import { StorageChoices } from '../storage-choices'
import { giveStep } from './instruction-steps'
import { readWish, RESTS, USES, type InstructionWish } from './instruction-wish'

const MONTH_S = 30 * 86_400
/** For how long it may be given, in months. */
const LIFETIMES = [3, 12, 24]
const USUAL = 12

export interface InstructionFormProps {
  settings: WalletSettings
  account: Address
  region: number
  /** The one that counts now. */
  given: GivenInstruction | null
  suggested: { reserve: Tick; feedIn: MicroPerKwh | null; from: number }
  offers: readonly NamedStorage[]
  now: number
}

/** As people type a price: what a kWh costs. */
const typedPrice = (price: MicroPerKwh) => typedMoney(price as bigint as Micro)

/** What to do first, at which price, what to do with the rest, and until when: one signature for all months. */
export function InstructionForm({ settings, account, region, given, suggested, offers, now }: InstructionFormProps) {
  const t = useTranslations('ownSurplus.instruction')
  const router = useRouter()
  const flow = useWalletFlow()
  const [wish, setWish] = useState<InstructionWish>(() => ({
    first: given?.first ?? 'Sell',
    rest: given?.rest ?? 'Keep',
    reserve: typedPrice(pricePerKwh(given?.first === 'Sell' ? given.reserve : suggested.reserve)),
    feedIn: typedPrice(given?.feedIn || suggested.feedIn || microPerKwh(0n)),
    storageId: given?.storageId || (offers[0]?.id ?? 0),
  }))
  const [months, setMonths] = useState(USUAL)
  const [tried, setTried] = useState(false)
  const read = readWish(wish, offers)
  const fault = tried && !read.ok ? read.fault : null
  const change = (part: Partial<InstructionWish>) => setWish({ ...wish, ...part })
  const returns = wish.first === 'Return' || wish.rest === 'Return'

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!read.ok) return
    const terms = { ...read.terms, region, from: suggested.from, until: now + months * MONTH_S }
    const step = giveStep({ title: t('step'), settings }, terms)
    flow.start([step], { account, onConfirmed: () => router.refresh() })
  }

  if (flow.state.phase === 'confirmed')
    return (
      <Callout tone="success" title={t('done')} live>
        {t('doneMeaning')}
      </Callout>
    )
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <form onSubmit={send} noValidate className="space-y-5">
      <Field label={t('first')}>
        <Select
          name="first"
          value={wish.first}
          onChange={({ target }) => change({ first: target.value as InstructedUse })}
        >
          {USES.map((use) => (
            <option key={use} value={use}>
              {t(`use.${use}`)}
            </option>
          ))}
        </Select>
      </Field>
      {wish.first === 'Sell' && (
        <PriceField
          label={t('reserve')}
          hint={t('reserveHint')}
          error={fault === 'reserve' ? t('priceFault') : undefined}
          value={wish.reserve}
          onText={(reserve) => change({ reserve })}
        />
      )}
      {wish.first === 'Store' && (
        <>
          <StorageChoices offers={offers} chosen={wish.storageId} onChoose={(storageId) => change({ storageId })} />
          {fault === 'storage' && <Callout tone="warning" title={t('storageFault')} live />}
        </>
      )}
      {wish.first !== 'Return' && (
        <Field label={t(`rest.${wish.first}`)}>
          <Select name="rest" value={wish.rest} onChange={({ target }) => change({ rest: target.value as Leftover })}>
            {RESTS.map((rest) => (
              <option key={rest} value={rest}>
                {t(`leftover.${rest}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {returns && (
        <PriceField
          label={t('feedIn')}
          hint={t('feedInHint')}
          error={fault === 'feedIn' ? t('priceFault') : undefined}
          value={wish.feedIn}
          onText={(feedIn) => change({ feedIn })}
        />
      )}
      <Field label={t('until')}>
        <Select name="months" value={months} onChange={({ target }) => setMonths(Number(target.value))}>
          {LIFETIMES.map((count) => (
            <option key={count} value={count}>
              {t('months', { count })}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="primary" wide>
        {t('submit')}
      </Button>
      <p className="text-sm text-quiet">{t('safe')}</p>
    </form>
  )
}

interface PriceFieldProps {
  label: string
  hint: string
  error?: string
  value: string
  onText: (text: string) => void
}

function PriceField({ label, hint, error, value, onText }: PriceFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input unit="¥ / kWh" numeric value={value} onChange={({ target }) => onText(target.value)} />
    </Field>
  )
}
