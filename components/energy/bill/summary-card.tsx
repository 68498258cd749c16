import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { OnPaper } from '@/components/energy/chain-name'
import { Energy, EnergyDifference } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment, Period } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { Split } from '@/lib/domain/billing/deviation'
import { sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { Micro, Wh } from '@/lib/domain/units/units'
import { energyUnitFor, formatEnergy } from '@/lib/format/energy'
import { shortHex } from '@/lib/format/hex'
import { DeviationShare } from './deviation-share'

/** Names are null where the viewer may not know them. */
export interface SummarisedBill {
  start: number
  end: number
  meterId: string
  meterLabel: string | null
  consumer: string
  consumerName: string | null
  retailer: string
  retailerName: string | null
  offerId: string
  offerName: string
  agreementId: string
  contractedWh: Wh
  usedWh: RegisterValues<Wh>
  total: Micro
  /** Whether it rests on a read that nobody measured. */
  estimated: boolean
  settledAt: number
  blockNumber: bigint
  txHash: string
}

export interface SummaryCardProps {
  bill: SummarisedBill
  /** Name of the member that bills under the settlement model of the offer. */
  biller: string
  /** Between which uses the month costs nothing extra; null where the contract year decides. */
  band: Pick<Split, 'lower' | 'upper'> | null
  /** Whether it is paid, and until when the rest is due: beside the amount as it moved. */
  standing?: ReactNode
}

/** What this bill is about, at a glance, and the transaction that paid it. */
export function SummaryCard({ bill, biller, band, standing }: SummaryCardProps) {
  const [t, locale] = [useTranslations('bill.summary'), useLocale()]
  const energy = (edge: Wh) => formatEnergy(edge, locale)
  const used = sumWh(bill.usedWh)
  return (
    <Card className="break-inside-avoid">
      <StatGroup>
        <Stat
          large
          label={t('amount')}
          value={<Money micro={bill.total} />}
          sub={
            <>
              <Money micro={bill.total} exact />
              {standing && <> · {standing}</>}
            </>
          }
        />
        <Stat
          label={t('used')}
          value={<Energy wh={used} />}
          sub={t.rich('ofContracted', {
            share: () => <DeviationShare contracted={bill.contractedWh} used={used} />,
            energy: () => <EnergyDifference wh={used - bill.contractedWh} unit={energyUnitFor(bill.contractedWh)} />,
          })}
        />
        <Stat
          label={t('contracted')}
          value={<Energy wh={bill.contractedWh} />}
          sub={band && t('band', { lower: energy(band.lower), upper: energy(band.upper) })}
        />
      </StatGroup>
      <div className="mt-6 grid gap-x-12 border-t border-line pt-6 max-md:divide-y max-md:divide-line md:grid-cols-2">
        <div className="max-md:pb-3">
          <DescriptionList items={useSupplyFacts(bill, biller)} />
        </div>
        <div className="max-md:pt-3">
          <DescriptionList items={usePaymentFacts(bill)} />
        </div>
      </div>
    </Card>
  )
}

function useSupplyFacts(bill: SummarisedBill, biller: string): Description[] {
  const t = useTranslations('bill.summary')
  const offerLink = (
    <Link href={`/offers/${bill.offerId}`} className="link">
      {bill.offerName}
    </Link>
  )
  return [
    { key: 'period', term: t('period'), description: <Period start={bill.start} end={bill.end} /> },
    {
      key: 'basis',
      term: t('basis'),
      description: (
        <Badge tone={bill.estimated ? 'warning' : 'success'}>{t(bill.estimated ? 'estimated' : 'measured')}</Badge>
      ),
    },
    { key: 'point', term: t('supplyPoint'), description: bill.meterLabel ?? '–' },
    { key: 'consumer', term: t('consumer'), description: bill.consumerName ?? shortHex(bill.consumer) },
    { key: 'biller', term: t('biller'), description: biller },
    { key: 'retailer', term: t('retailer'), description: bill.retailerName ?? shortHex(bill.retailer) },
    { key: 'offer', term: t('offer'), description: offerLink },
  ]
}

function usePaymentFacts(bill: SummarisedBill): Description[] {
  const t = useTranslations('bill.summary')
  return [
    { key: 'paid', term: t('paidOn'), description: <Moment at={bill.settledAt} precision="minute" /> },
    { key: 'tx', term: t('transaction'), description: <OnPaper hash={bill.txHash} /> },
    { key: 'block', term: t('block'), description: bill.blockNumber.toString(), numeric: true },
    { key: 'agreement', term: t('agreement'), description: <OnPaper hash={bill.agreementId} /> },
    { key: 'meter', term: t('meter'), description: <OnPaper hash={bill.meterId} /> },
  ]
}
