import { useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import type { Micro } from '@/lib/domain/units/units'

export interface BillAmountProps {
  total: Micro
  /** What the first run charged, and when that was last revised; null if never. */
  firstTotal: Micro
  revisedAt: number | null
  /** Whether it is made again when a true read comes. */
  estimated: boolean
}

/** What a bill comes to now; below it what it was before, or that it is not final yet. */
export function BillAmount({ bill }: { bill: BillAmountProps }) {
  const t = useTranslations('bill.amount')
  return (
    <>
      <Money micro={bill.total} className="font-semibold" />
      {bill.revisedAt !== null && (
        <span className="block text-xs font-normal whitespace-nowrap text-info" data-revised>
          {t.rich('was', { amount: () => <Money micro={bill.firstTotal} /> })}
        </span>
      )}
      {bill.estimated && (
        <span className="block text-xs font-normal whitespace-nowrap text-warning">{t('estimated')}</span>
      )}
    </>
  )
}
