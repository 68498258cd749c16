import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import type { BillRow } from '@/lib/db/read/billing'
import { formatPeriod } from '@/lib/format/period'

export interface NeighbourLinksProps {
  previous: BillRow | null
  next: BillRow | null
}

const LINK = 'inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-quiet hover:text-accent'

/** To the bills before and after this one, of the same agreement. */
export function NeighbourLinks({ previous, next }: NeighbourLinksProps) {
  const t = useTranslations('bill')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const name = (bill: BillRow) => formatPeriod(bill, { locale, timeZone })
  return (
    <nav aria-label={t('neighbours')} className="mt-6 flex justify-between gap-4 print:hidden">
      {previous ? (
        <Link href={`/consumer/bills/${previous.id}`} rel="prev" className={LINK}>
          <Icon name="arrowLeft" size={16} />
          {t('previous', { period: name(previous) })}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link href={`/consumer/bills/${next.id}`} rel="next" className={LINK}>
          {t('next', { period: name(next) })}
          <Icon name="arrowRight" size={16} />
        </Link>
      )}
    </nav>
  )
}
