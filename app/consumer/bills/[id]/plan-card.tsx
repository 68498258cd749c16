import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { LastDay } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'

export interface PlanCardProps {
  offer: { id: string; name: string }
  retailer: string
  /** When the agreement ends, or has ended; null if nobody can tell. */
  end: { at: number; over: boolean } | null
  children?: ReactNode
}

/** What the customer has signed and until when; below it what would cost less, if anything. */
export function PlanCard({ offer, retailer, end, children }: PlanCardProps) {
  const t = useTranslations('bill.plan')
  return (
    <Card title={t('title')} className="later break-inside-avoid">
      <DescriptionList
        items={[
          {
            key: 'name',
            term: t('name'),
            description: (
              <Link href={`/offers/${offer.id}`} className="link">
                {offer.name}
              </Link>
            ),
          },
          { key: 'retailer', term: t('retailer'), description: retailer },
          ...(end ? [{ key: 'end', term: t(end.over ? 'ended' : 'ends'), description: <LastDay end={end.at} /> }] : []),
        ]}
      />
      {children}
    </Card>
  )
}
