import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { utcSeconds } from '@/app/utc-seconds'
import { OfferKind } from '@/components/energy/offer-kind'
import { OfferPrice } from '@/components/energy/offer-price'
import { Moment } from '@/components/energy/period'
import { Badge, type Tone } from '@/components/ui/badge'
import { Table, type Column } from '@/components/ui/table'
import type { OfferRow } from '@/lib/db/read/offers'
import type { Address } from '@/lib/domain/units/hex'
import { formatCount } from '@/lib/format/number'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { offerState, type OfferState } from './offer-state'
import { WithdrawButton } from './withdraw-button'

const TONE: Record<OfferState, Tone> = { published: 'success', expired: 'warning', withdrawn: 'neutral' }

export interface OffersTableProps {
  offers: OfferRow[]
  retailer: Address
  settings: WalletSettings
}

export function OffersTable({ offers, retailer, settings }: OffersTableProps) {
  const t = useTranslations('retailer.offers')
  const now = utcSeconds()
  const withdraw: Column<OfferRow> = {
    key: 'withdraw',
    header: <span className="sr-only">{t('withdraw.open')}</span>,
    cell: ({ id, name, status }) => (
      <WithdrawButton offer={{ id, name, status }} retailer={retailer} settings={settings} />
    ),
    className: 'sm:text-right',
  }
  const columns = [...useFactColumns(now), withdraw]
  return <Table caption={t('caption')} columns={columns} rows={offers} rowKey={({ id }) => id} />
}

function useFactColumns(now: number): Column<OfferRow>[] {
  const t = useTranslations('retailer.offers')
  const locale = useLocale()
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <Link href={`/offers/${id}`} className="link inline-flex min-h-11 items-center sm:min-h-0">
          {name}
        </Link>
      ),
      primary: true,
    },
    { key: 'kind', header: t('kind'), cell: ({ pricing }) => <OfferKind formula={pricing.formula} /> },
    {
      key: 'price',
      header: t('price'),
      cell: (row) => <OfferPrice pricing={row.pricing} examples={row.examples} />,
      numeric: true,
    },
    { key: 'class', header: t('class'), cell: ({ offer }) => t(`classes.${offer.customerClass}`) },
    {
      key: 'agreements',
      header: t('agreements'),
      cell: (row) => formatCount(row.agreements ?? 0, locale),
      numeric: true,
    },
    { key: 'published', header: t('published'), cell: ({ publishedAt }) => <Moment at={publishedAt} />, numeric: true },
    { key: 'status', header: t('status'), cell: (row) => <State state={offerState(row, now)} /> },
  ]
}

function State({ state }: { state: OfferState }) {
  const t = useTranslations('retailer.offers')
  return <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>
}
