'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { deposit } from '@/lib/domain/agreements/deposit'
import { micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'
import { formatDay, formatMinute } from '@/lib/format/period'
import type { MarketNames } from './names'
import type { TypedDataRequest } from './prompts'
import { useSurplusWords } from './surplus-words'

/** What signing a message does, in one or two sentences, from the message itself. */
export function useMessageWords(request: TypedDataRequest, names: MarketNames): string | null {
  const { primaryType, message } = request
  const ofSurplus = useSurplusWords(request, names)
  const t = useTranslations('wallet.message')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const money = (value: unknown) => formatMoney(micro(BigInt(String(value))), style.locale)
  const day = (value: unknown) => formatDay(Number(value), style)
  const minute = (value: unknown) => formatMinute(Number(value), style)
  const account = (value: unknown) => names.accounts[lower(value)] ?? shortHex(String(value))
  switch (primaryType) {
    case 'Agreement':
      return t('says.Agreement', { ...agreementFacts(message, names, style.locale), start: day(message['start']) })
    case 'Ending':
      return t('says.Ending', {
        agreement: names.agreements[lower(message['agreementId'])] ?? shortHex(String(message['agreementId'])),
        endsAt: day(message['endsAt']),
      })
    case 'Permit':
      return t('says.Permit', { amount: money(message['value']), until: minute(message['deadline']) })
    case 'Withdrawal':
      return t('says.Withdrawal', {
        amount: money(message['amount']),
        own: String(lower(message['to']) === lower(message['account'])),
        to: account(message['to']),
      })
    case 'Purchase':
      return t('says.Purchase', {
        generator: account(message['generator']),
        buyer: account(message['buyer']),
        energy: energySum(message['agreedWh'], style.locale),
        start: day(message['start']),
      })
    case 'Read':
      return t('says.Read', { energy: energySum(message['importWh'], style.locale), time: minute(message['time']) })
    default:
      return ofSurplus
  }
}

type Locale = Parameters<typeof formatEnergy>[1]

function agreementFacts(message: TypedDataRequest['message'], names: MarketNames, locale: Locale) {
  const offer = names.offers[lower(message['offerId'])]
  const contracted = (message['contractedWh'] as unknown[]).map((energy) => wh(BigInt(String(energy))))
  const replaces = lower(message['replaces'])
  const replaced = /^0x0*$/.test(replaces) ? null : (names.agreements[replaces] ?? shortHex(replaces))
  return {
    offer: offer?.name ?? shortHex(String(message['offerId'])),
    retailer: offer ? (offer.retailerName ?? shortHex(offer.retailer)) : '–',
    meter: names.meters[lower(message['meterId'])] ?? shortHex(String(message['meterId'])),
    energy: energySum(contracted, locale),
    deposit: offer ? formatMoney(deposit(contracted, microPerKwh(BigInt(offer.deposit))).amount, locale) : '–',
    replaces: replaced === null ? 'nothing' : 'another',
    replaced: replaced ?? '',
  }
}

function energySum(values: unknown, locale: Locale): string {
  const sum = (values as unknown[]).reduce<bigint>((total, value) => total + BigInt(String(value)), 0n)
  return formatEnergy(wh(sum), locale, { unit: 'kWh' })
}

function lower(value: unknown): string {
  return String(value).toLowerCase()
}
