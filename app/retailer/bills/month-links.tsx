import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { formatShortMonth } from '@/lib/format/period'
import type { BilledMonth } from './billed-months'

export interface MonthLinksProps {
  /** The newest first. */
  months: readonly BilledMonth[]
  shown: string
}

/** Which month to show: one row that scrolls sideways, so that two years take no more room than two months. */
export function MonthLinks({ months, shown }: MonthLinksProps) {
  const t = useTranslations('retailerBills')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  if (months.length < 2) return null
  return (
    <nav aria-label={t('months')}>
      <ul className="flex gap-2 overflow-x-auto p-0.5">
        {months.map(({ id, start }) => (
          <li key={id}>
            <Link
              href={`/retailer/bills?month=${id}`}
              scroll={false}
              aria-current={id === shown ? 'true' : undefined}
              className="figure inline-flex min-h-11 items-center rounded-full border border-edge/60 px-4 text-sm font-medium text-soft -outline-offset-2 hover:bg-sunken
                aria-[current]:border-transparent aria-[current]:bg-accent-ground aria-[current]:text-accent sm:min-h-9"
            >
              {formatShortMonth(start, style)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
