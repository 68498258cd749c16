'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { bps, micro, microPerKwh, watt, wh } from '@/lib/domain/units/units'
import { formatDemand } from '@/lib/format/energy'
import { shortHex } from '@/lib/format/hex'
import { formatBasisPoints } from '@/lib/format/number'
import type { MarketNames } from './names'
import type { ReadableField } from './readable-fields'

export interface FieldValueProps {
  field: ReadableField
  names: MarketNames
  contracts: ContractAddresses
}

/** A value in the units and by the names that people use. What has no name is marked as such, never passed over. */
export function FieldValue({ field, names, contracts }: FieldValueProps): ReactNode {
  const locale = useLocale()
  const t = useTranslations('wallet.message')
  switch (field.kind) {
    case 'energy':
      return <Energy wh={wh(field.value)} />
    case 'months':
    case 'registers':
      return <Sum kind={field.kind} values={field.values} />
    case 'power':
      return formatDemand(watt(field.value), locale)
    case 'money':
      return <Money micro={micro(field.value)} />
    case 'price':
      return <Price microPerKwh={microPerKwh(field.value)} />
    case 'ratio':
      return formatBasisPoints(bps(field.value), locale)
    case 'moment':
      return <Moment at={field.at} precision="minute" />
    case 'count':
      return <Count value={field.value} />
    case 'offer':
    case 'meter':
    case 'agreement':
    case 'account':
      return <Named field={field} names={names} />
    case 'contract':
      return <Contract hex={field.hex} contracts={contracts} />
    case 'fingerprint':
      return <Fingerprint hex={field.hex} />
    case 'unknown':
      return <span className="wrap-anywhere">{field.text}</span>
    default:
      return t.has(`code.${field.code}` as 'code.Monthly') ? t(`code.${field.code}` as 'code.Monthly') : field.code
  }
}

/** Many figures: what they come to, and each of them for who wants it. */
function Sum({ kind, values }: { kind: 'months' | 'registers'; values: readonly bigint[] }) {
  const t = useTranslations('wallet.message')
  const sum = wh(values.reduce((total, value) => total + value, 0n))
  return (
    <details className="text-left">
      <summary className="min-h-6 text-right">
        <Energy wh={sum} /> <span className="text-quiet">{t(kind, { count: values.length })}</span>
      </summary>
      <ol className="mt-2 grid grid-cols-2 gap-x-4 text-sm">
        {values.map((value, index) => (
          <li key={index} className="flex justify-between gap-2">
            <span className="text-quiet">{index + 1}.</span> <Energy wh={wh(value)} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A keyed nonce is a very large number that nobody compares. */
function Count({ value }: { value: bigint }) {
  const t = useTranslations('wallet.message')
  const text = value.toString()
  return <span title={text}>{text.length > 12 ? t('ofItsOwn') : text}</span>
}

const ZERO = /^0x0*$/
type NamedKind = 'offer' | 'meter' | 'agreement' | 'account'

function Named({ field, names }: { field: ReadableField & { hex: string }; names: MarketNames }) {
  const t = useTranslations('wallet.message')
  const key = field.hex.toLowerCase()
  if (ZERO.test(key)) return t(`zero.${field.kind as NamedKind}`)
  const offer = names.offers[key]
  const name = {
    offer: offer && t('offerOf', { offer: offer.name, retailer: offer.retailerName ?? shortHex(offer.retailer) }),
    meter: names.meters[key],
    agreement: names.agreements[key],
    account: names.accounts[key],
  }[field.kind as NamedKind]
  return (
    <>
      {name ?? t('nameless')} <Fingerprint hex={field.hex} />
    </>
  )
}

/** The market's own contracts by name; any other is a stranger. */
function Contract({ hex, contracts }: { hex: string; contracts: ContractAddresses }) {
  const t = useTranslations('wallet.message')
  const known = contractNamed(hex, contracts)
  if (known && t.has(`contract.${known}` as 'contract.Escrow')) return t(`contract.${known}` as 'contract.Escrow')
  return (
    <span className={known ? undefined : 'text-danger'}>
      {known ?? t('contract.unknown')} <Fingerprint hex={hex} />
    </span>
  )
}

export function contractNamed(hex: string, contracts: ContractAddresses): string | undefined {
  return Object.entries(contracts).find(([, address]) => address.toLowerCase() === hex.toLowerCase())?.[0]
}

export function Fingerprint({ hex }: { hex: string }) {
  return (
    <span title={hex} className="font-mono text-xs font-normal text-quiet">
      {shortHex(hex)}
    </span>
  )
}
