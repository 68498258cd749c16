'use client'

import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { offerFromStruct, type OfferStruct } from '@/lib/chain/coding/offer'
import { micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { FieldValue, Fingerprint } from './field-value'
import { knownCall, type KnownCall } from './known-calls'
import { useMarketNames } from './names'
import type { CallRequest } from './prompts'
import { RawDetails } from './raw-details'
import type { ReadableField } from './readable-fields'
import { usePublishedTerms } from './readable-offer'

interface ReadableCallProps {
  request: CallRequest
  contracts: ContractAddresses
}

/** A transaction in words: what it does and with what; all of it as it is sent behind a fold. */
export function ReadableCall({ request, contracts }: ReadableCallProps) {
  const t = useTranslations('wallet.call')
  const call = knownCall(request, contracts)
  const known = call !== null && t.has(`does.${call.contract}.${call.name}` as 'does.OfferBook.withdraw')
  return (
    <>
      <p className="mb-2 font-semibold">
        {known ? t(`does.${call.contract}.${call.name}` as 'does.OfferBook.withdraw') : t('other')}
      </p>
      {!known && (
        <Callout tone="warning" title={t('unknownTitle')} className="mb-5">
          {t('unknownMeaning')}
        </Callout>
      )}
      <p className="mb-5 text-sm text-soft">{t('says')}</p>
      {call && <Arguments call={call} contracts={contracts} />}
      <DescriptionList
        items={[
          {
            key: 'to',
            term: t('to'),
            description: call ? t(`contract.${call.contract}`) : <Fingerprint hex={request.to} />,
          },
        ]}
      />
      <RawDetails text={JSON.stringify({ function: call?.name, ...request }, null, 2)} />
    </>
  )
}

function Arguments({ call, contracts }: { call: KnownCall; contracts: ContractAddresses }) {
  switch (`${call.contract}.${call.name}`) {
    case 'OfferBook.publish':
      return <PublishedOffer args={call.args} />
    case 'OfferBook.withdraw':
      return <WithdrawnOffer offerId={String(call.args[0])} contracts={contracts} />
    case 'SettlementToken.approve':
    case 'SettlementToken.mint':
      return <Amount amount={call.args[1]} />
    case 'EnergyCredits.redeem':
    case 'SurplusBook.put':
      return <SomeEnergy energy={call.args[1]} />
    case 'EnergyCredits.offerStorage':
      return <SomeEnergy energy={(call.args[0] as { capacity: bigint }).capacity} />
    case 'EnergyCredits.publishFeedIn':
      return <FeedInPrice feedIn={call.args[2]} />
    case 'Escrow.deposit':
      return <Amount amount={call.args.at(-1)} />
    default:
      return null
  }
}

function PublishedOffer({ args: [struct, name] }: { args: readonly unknown[] }) {
  const items = usePublishedTerms(offerFromStruct(struct as OfferStruct), String(name))
  return <List items={items} />
}

function WithdrawnOffer({ offerId, contracts }: { offerId: string; contracts: ContractAddresses }) {
  const t = useTranslations('wallet.call')
  const field: ReadableField = { struct: 'Agreement', name: 'offerId', kind: 'offer', hex: offerId }
  const names = useMarketNames([field])
  if (!names) return null
  const value = <FieldValue field={field} names={names} contracts={contracts} />
  return <List items={[{ key: 'offer', term: t('offer'), description: value }]} />
}

function Amount({ amount }: { amount: unknown }) {
  const t = useTranslations('wallet.call')
  if (typeof amount !== 'bigint') return null
  return <List items={[{ key: 'amount', term: t('amount'), description: <Money micro={micro(amount)} /> }]} />
}

function SomeEnergy({ energy }: { energy: unknown }) {
  const t = useTranslations('wallet.call')
  if (typeof energy !== 'bigint') return null
  return <List items={[{ key: 'energy', term: t('energy'), description: <Energy wh={wh(energy)} exact /> }]} />
}

function FeedInPrice({ feedIn }: { feedIn: unknown }) {
  const t = useTranslations('wallet.call')
  const { price } = feedIn as { price: bigint }
  return (
    <List items={[{ key: 'price', term: t('price'), description: <Price microPerKwh={microPerKwh(price)} exact /> }]} />
  )
}

function List({ items }: { items: Description[] }) {
  return (
    <div className="mb-3 border-b border-line pb-3">
      <DescriptionList items={items} />
    </div>
  )
}
