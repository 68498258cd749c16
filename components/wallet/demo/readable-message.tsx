'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { DescriptionList } from '@/components/ui/description-list'
import { micro, wh } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'
import type { TypedDataRequest } from './prompts'
import { readableFields, type ReadableField } from './readable-fields'

/** Typed data with its field names in words and its quantities in units. */
export function ReadableMessage({ request }: { request: TypedDataRequest }) {
  const t = useTranslations('wallet.message')
  const { domain, primaryType } = request
  const fieldName = (name: string) =>
    t.has(`field.${name}` as 'field.owner') ? t(`field.${name}` as 'field.owner') : name
  const kind = t.has(`kind.${primaryType}` as 'kind.Permit') ? t(`kind.${primaryType}` as 'kind.Permit') : primaryType
  return (
    <>
      <p className="mb-3 font-medium">{kind}</p>
      <DescriptionList
        items={[
          ...readableFields(request).map((field) => ({
            key: field.name,
            term: fieldName(field.name),
            description: <FieldValue field={field} />,
          })),
          {
            key: '(domain)',
            term: t('for'),
            description: (
              <>
                {domain.name} <Hex hex={domain.verifyingContract ?? ''} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function FieldValue({ field }: { field: ReadableField }): ReactNode {
  const t = useTranslations('wallet.message')
  switch (field.kind) {
    case 'energy':
      return <Energy wh={wh(field.wh)} />
    case 'months':
      return (
        <>
          {t('months', { count: field.wh.length })}{' '}
          <Energy wh={wh(field.wh.reduce((sum, energy) => sum + energy, 0n))} />
        </>
      )
    case 'money':
      return <Money micro={micro(field.micro)} />
    case 'moment':
      return <Moment at={field.at} precision="minute" />
    case 'hex':
      return <Hex hex={field.hex} />
    case 'text':
      return (
        <span className="font-mono text-xs wrap-anywhere">
          {field.text.length > 24 ? `${field.text.slice(0, 10)}…` : field.text}
        </span>
      )
  }
}

function Hex({ hex }: { hex: string }) {
  return (
    <span title={hex} className="font-mono text-xs">
      {shortHex(hex)}
    </span>
  )
}
