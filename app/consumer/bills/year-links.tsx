import { useTranslations } from 'next-intl'
import Link from 'next/link'

export interface YearLinksProps {
  years: readonly number[]
  /** The year shown; null for the last twelve months. */
  shown: number | null
}

/** Which bills to show. Not worth its place while all of them fit in twelve months of one year. */
export function YearLinks({ years, shown }: YearLinksProps) {
  const t = useTranslations('bills.years')
  if (years.length < 2) return null
  const choices = [
    { year: null, href: '/consumer/bills' },
    ...years.map((year) => ({ year, href: `/consumer/bills?year=${year}` })),
  ]
  return (
    <nav aria-label={t('label')} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ year, href }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={year === shown ? 'true' : undefined}
              className="figure inline-flex min-h-11 items-center rounded-full border border-edge/60 px-4 text-sm font-medium text-soft hover:bg-sunken
                aria-[current]:border-transparent aria-[current]:bg-accent-ground aria-[current]:text-accent sm:min-h-9"
            >
              {year ?? t('lastTwelve')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
