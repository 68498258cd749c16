'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { EnergyField } from '@/components/energy/energy-field'
import { typedEnergy } from '@/components/energy/typed-energy'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field, Select } from '@/components/ui/field'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { Refusal } from '@/lib/domain/decision'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import { canWriteVoucher } from '@/lib/domain/surplus/use-credits'
import { ZERO_ADDRESS, type Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { formatDuration } from '@/lib/format/duration'
import { formatEnergy } from '@/lib/format/energy'
import { typedKwh } from '@/lib/format/parse-amount'
import { formatPeriod } from '@/lib/format/period'
import type { Station } from './voucher-desk'
import type { VoucherWish } from './voucher-step'

const HOUR_S = 3_600
/** How long a voucher may count. */
const LIFETIMES_H = [4, 24, 72, 168]
const USUAL_H = 24

export interface VoucherFormProps {
  account: Address
  held: readonly HeldCredit[]
  stations: readonly Station[]
  calendar: readonly PeriodRow[]
  asked: string | null
  onWish: (wish: VoucherWish) => void
  /** Somebody is about to go on: what comes next may be fetched. */
  onReach: () => void
}

/** Which energy, how much of it at most, who may take it and until when. */
export function VoucherForm({ account, held, stations, calendar, asked, onWish, onReach }: VoucherFormProps) {
  const t = useTranslations('voucher.form')
  const kinds = useTranslations('credits.kind')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const first = held.find(({ creditId }) => String(creditId) === asked) ?? held[0]
  const [chosen, setChosen] = useState(String(first?.creditId ?? ''))
  const credit = held.find(({ creditId }) => String(creditId) === chosen) ?? null
  const most = credit?.energy ?? wh(0n)
  const [text, setText] = useState(typedKwh(most))
  const [station, setStation] = useState<Address>(stations.length === 1 ? stations[0]!.address : ZERO_ADDRESS)
  const [hours, setHours] = useState(USUAL_H)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const typed = typedEnergy(text, most)

  function choose(id: string) {
    setChosen(id)
    setText(typedKwh(held.find(({ creditId }) => String(creditId) === id)?.energy ?? wh(0n)))
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!typed.ok || !credit) return
    // By this device's clock: nobody is asked.
    const now = Math.floor(Date.now() / 1_000)
    const expiry = Math.min(now + hours * HOUR_S, credit.expiry ?? Infinity)
    const { creditId } = credit
    const decision = canWriteVoucher({ account, creditId, energy: typed.energy, credit }, expiry, now)
    setRefusal(decision.ok ? null : decision.refusal)
    if (decision.ok) onWish({ creditId, most: typed.energy, station, expiry })
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-5" onFocus={onReach} onPointerEnter={onReach}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('credit')}>
          <Select name="credit" value={chosen} onChange={({ target }) => choose(target.value)}>
            {held.map(({ creditId, kind, start, energy }) => (
              <option key={String(creditId)} value={String(creditId)}>
                {formatPeriod({ start, end: calendar.find((one) => one.start === start)?.end ?? start + 1 }, style)}
                {' · '}
                {formatEnergy(energy, style.locale)}
                {' · '}
                {kinds(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <EnergyField
          label={t('most')}
          most={most}
          text={text}
          onText={setText}
          fault={tried && !typed.ok ? typed.fault : null}
        />
        <Field label={t('station')} hint={t('stationHint')}>
          <Select name="station" value={station} onChange={({ target }) => setStation(target.value as Address)}>
            <option value={ZERO_ADDRESS}>{t('anyStation')}</option>
            {stations.map(({ address, name }) => (
              <option key={address} value={address}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('until')}>
          <Select name="hours" value={hours} onChange={({ target }) => setHours(Number(target.value))}>
            {LIFETIMES_H.map((value) => (
              <option key={value} value={value}>
                {t('from', { duration: formatDuration(value * 60, style.locale) })}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Callout title={t('locksNothing')}>{t('locksNothingMeaning')}</Callout>
      {refusal && <RefusalMessage refusal={refusal} />}
      <Button type="submit" variant="primary">
        {t('submit')}
      </Button>
    </form>
  )
}
