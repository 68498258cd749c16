import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ShortHex, TxHash } from '@/components/energy/chain-name'
import { Money } from '@/components/energy/money'
import { LastDay, Moment } from '@/components/energy/period'
import { Badge, type Tone } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Progress } from '@/components/ui/progress'
import type { AgreementRow } from '@/lib/db/read/agreements'
import type { SupplyStage } from '@/lib/domain/agreements/supplying'
import { shortHex } from '@/lib/format/hex'

const TONE: Record<SupplyStage, Tone> = {
  pending: 'info',
  active: 'success',
  leaving: 'warning',
  closing: 'warning',
  ended: 'neutral',
  cancelled: 'neutral',
}

/** Others supply since their start, and run until their end. */
const START_WORD: Partial<Record<SupplyStage, 'starts' | 'supplied' | 'wouldStart'>> = {
  pending: 'starts',
  ended: 'supplied',
  cancelled: 'wouldStart',
}
const END_WORD: Partial<Record<SupplyStage, 'ended' | 'cancelled'>> = { ended: 'ended', cancelled: 'cancelled' }

export interface AgreementCardProps {
  agreement: AgreementRow
  /** When its term is over. */
  termEnd: number
  stage: SupplyStage
  /** Whether a bill of it is not paid in full. */
  owes: boolean
  /** What can be done with it. */
  actions?: ReactNode
}

/** Who supplies a meter, under what, from when to when. */
export function AgreementCard({ agreement, termEnd, stage, owes, actions }: AgreementCardProps) {
  const t = useTranslations('supply.agreement')
  const stages = useTranslations('switching.stage')
  const { status, periods, termPeriods } = agreement
  return (
    <Card
      title={agreement.retailerName ?? shortHex(agreement.retailer)}
      lead={<OfferLink agreement={agreement} />}
      actions={
        <>
          {owes && <Badge tone="warning">{stages('arrears')}</Badge>}
          <Badge tone={TONE[stage]}>{stages(stage)}</Badge>
        </>
      }
      footer={actions}
    >
      <DescriptionList items={useFacts({ agreement, termEnd, stage })} />
      {status === 'active' && (
        <div className="mt-4 border-t border-line pt-4">
          <Progress
            label={t('settled')}
            value={periods}
            max={termPeriods}
            text={t('settledOf', { periods, termPeriods })}
          />
        </div>
      )}
      {stage === 'ended' && (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
          <p className="max-w-prose text-sm text-soft">{t('endedMeaning')}</p>
          <LinkButton href="/" variant="primary">
            {t('chooseNew')}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}

function OfferLink({ agreement }: { agreement: AgreementRow }) {
  const t = useTranslations('supply.agreement')
  return t.rich('offer', {
    link: () => (
      <Link href={`/offers/${agreement.offerId}`} className="link">
        {agreement.offerName}
      </Link>
    ),
  })
}

function useFacts({
  agreement,
  termEnd,
  stage,
}: Pick<AgreementCardProps, 'agreement' | 'termEnd' | 'stage'>): Description[] {
  const t = useTranslations('supply.agreement')
  const months = useTranslations('units')('months', { count: agreement.termPeriods })
  const { status } = agreement
  return [
    { key: 'since', term: t(START_WORD[stage] ?? 'since'), description: <Moment at={agreement.start} /> },
    {
      key: 'ends',
      term: t(END_WORD[stage] ?? 'ends'),
      description: <LastDay end={agreement.endedAt ?? agreement.endsAt ?? termEnd} />,
    },
    ...(agreement.endsAt !== null && agreement.exitFee > 0n
      ? [{ key: 'exitFee', term: t('exitFee'), description: <Money micro={agreement.exitFee} /> }]
      : []),
    { key: 'term', term: t('term'), description: months },
    {
      key: 'deposit',
      term: t(status === 'ended' ? 'depositReturned' : 'deposit'),
      description: <Money micro={agreement.deposit} />,
    },
    { key: 'id', term: t('id'), description: <ShortHex hex={agreement.id} /> },
    { key: 'tx', term: t('signedIn'), description: <TxHash hash={agreement.txHash} /> },
    {
      key: 'receipt',
      term: t('receipt'),
      description: (
        <Link
          href={`/consumer/agreements/${agreement.id}/receipt`}
          className="link inline-flex min-h-11 items-center sm:min-h-0"
        >
          {t('openReceipt')}
        </Link>
      ),
    },
  ]
}
