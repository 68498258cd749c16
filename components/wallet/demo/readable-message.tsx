'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Skeleton } from '@/components/ui/skeleton'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { contractNamed, FieldValue } from './field-value'
import { useMessageWords } from './message-words'
import { useMarketNames, type MarketNames } from './names'
import type { TypedDataRequest } from './prompts'
import { RawDetails } from './raw-details'
import { readableFields } from './readable-fields'

interface ReadableMessageProps {
  request: TypedDataRequest
  contracts: ContractAddresses
}

/** Typed data in words: what it does, then every field by name and in units, then all of it as it is signed. */
export function ReadableMessage({ request, contracts }: ReadableMessageProps) {
  const names = useMarketNames(readableFields(request))
  return names === null ? (
    <Skeleton className="h-64" />
  ) : (
    <Words request={request} contracts={contracts} names={names} />
  )
}

function Words({ request, contracts, names }: ReadableMessageProps & { names: MarketNames }) {
  const t = useTranslations('wallet.message')
  const { domain, primaryType } = request
  const says = useMessageWords(request, names)
  const place = contractNamed(domain.verifyingContract ?? '', contracts)
  const has = (key: string) => t.has(key as 'kind.Permit')
  const tell = (key: string) => t(key as 'kind.Permit')
  return (
    <>
      <p className="mb-2 font-semibold">{has(`kind.${primaryType}`) ? tell(`kind.${primaryType}`) : primaryType}</p>
      {says && <p className="mb-5 text-sm text-soft">{says}</p>}
      {(!says || !place) && (
        <Callout tone="warning" title={t('unknownTitle')} className="mb-5">
          {t('unknownMeaning')}
        </Callout>
      )}
      <DescriptionList
        items={[
          ...readableFields(request).map((field) => ({
            key: `${field.struct}.${field.name}`,
            term: has(`field.${field.struct}.${field.name}`) ? tell(`field.${field.struct}.${field.name}`) : field.name,
            description: <FieldValue field={field} names={names} contracts={contracts} />,
          })),
          {
            key: '(domain)',
            term: t('for'),
            description: place && has(`contract.${place}`) ? tell(`contract.${place}`) : (domain.name ?? '–'),
          },
        ]}
      />
      <RawDetails text={JSON.stringify({ ...request, types: undefined }, null, 2)} />
    </>
  )
}
