import { useLocale, useTranslations } from 'next-intl'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Money } from '@/components/energy/money'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
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
  const { credit, uses } = undecided
  const title = t.rich('title', {
    energy: formatEnergy(credit.energy, locale),
    period: () => <DeliveryPeriod start={credit.start} calendar={signing.calendar} />,
  })
  return (
    <Card title={title} lead={t('lead')} flush>
      {uses.length === 0 && <p className="px-4 pb-5 text-sm text-soft sm:px-6">{t('none')}</p>}
      <ol className="divide-y divide-line border-t border-line">
        {uses.map((use, place) => (
          <li
            key={use.use}
            data-use={use.use}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-3 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_9rem_7.5rem] sm:px-6"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {t(`name.${use.use}`)}
                {place === 0 && uses.length > 1 && <Badge tone="accent">{t('best')}</Badge>}
              </p>
              <p className="mt-0.5 text-sm text-quiet">
                <Why use={use} undecided={undecided} />
              </p>
            </div>
            <p className="text-right text-lg font-semibold">
              <Money micro={use.money} />
            </p>
            <div className="col-span-2 sm:col-span-1 sm:justify-self-end">
              <UseAction use={use.use} undecided={undecided} signing={signing} isBest={place === 0} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
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
