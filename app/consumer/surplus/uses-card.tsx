import { useLocale, useTranslations } from 'next-intl'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import type { ReactNode } from 'react'
import { Money } from '@/components/energy/money'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { SurplusUse } from '@/lib/domain/surplus/best-use'
import type { OwnUse } from '@/lib/domain/surplus/own-uses'
import { formatEnergy } from '@/lib/format/energy'
import { formatBasisPoints } from '@/lib/format/number'
import { formatPrice } from '@/lib/format/price'
import { pricePerUse } from '@/lib/domain/surplus/price-per-use'
import type { UndecidedCredit } from '@/lib/services/own-surplus'
import type { SigningFacts } from './credit-use'
import { UseAction } from './use-action'

export interface UsesCardProps {
  undecided: UndecidedCredit
  signing: SigningFacts
}

/** One period's exports that nobody has decided about: each use with its money, the best first and why. */
export function UsesCard({ undecided, signing }: UsesCardProps) {
  const t = useTranslations('ownSurplus.uses')
  const locale = useLocale()
  const { credit, uses, unpriced } = undecided
  const title = t.rich('title', {
    energy: formatEnergy(credit.energy, locale),
    period: () => <DeliveryPeriod start={credit.start} calendar={signing.calendar} />,
  })
  return (
    <Card title={title} lead={t('lead')} flush>
      {uses.length + unpriced.length === 0 && <p className="px-4 pb-5 text-sm text-soft sm:px-6">{t('none')}</p>}
      <ol className="divide-y divide-line border-t border-line">
        {uses.map((use, place) => (
          <Use
            key={use.use}
            use={use.use}
            why={<Why use={use} undecided={undecided} />}
            badge={place === 0 && uses.length > 1 && <Badge tone="accent">{t('best')}</Badge>}
            amount={<Money micro={use.money} />}
            action={<UseAction use={use.use} undecided={undecided} signing={signing} isBest={place === 0} />}
          />
        ))}
        {unpriced.map((use) => (
          <Use
            key={use}
            use={use}
            why={t('unpriced')}
            amount={<span className="text-quiet">–</span>}
            action={<UseAction use={use} undecided={undecided} signing={signing} isBest={false} />}
          />
        ))}
      </ol>
    </Card>
  )
}

interface UseProps {
  use: SurplusUse
  why: ReactNode
  badge?: ReactNode
  amount: ReactNode
  action: ReactNode
}

function Use({ use, why, badge, amount, action }: UseProps) {
  const t = useTranslations('ownSurplus.uses.name')
  return (
    <li
      data-use={use}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-3 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto_9rem] sm:px-6"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {t(use)}
          {badge}
        </p>
        <p className="mt-0.5 text-sm text-quiet">{why}</p>
      </div>
      <p className="text-right text-lg font-semibold">{amount}</p>
      <div className="col-span-2 sm:col-span-1">{action}</div>
    </li>
  )
}

/** What the amount rests on. */
function Why({ use, undecided: { storage } }: { use: OwnUse; undecided: UndecidedCredit }) {
  const t = useTranslations('ownSurplus.uses.why')
  const locale = useLocale()
  const facts = {
    price: formatPrice(pricePerUse(use), locale),
    energy: formatEnergy(use.energy, locale),
    efficiency: storage ? formatBasisPoints(storage.efficiency, locale) : '',
  }
  return use.use === 'sell' ? t(`sell.${use.basis === 'bids' ? 'bids' : 'past'}`, facts) : t(use.use, facts)
}
