import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFormulaWords } from '@/components/energy/formula-words'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { CUSTOMER_CLASSES } from '@/lib/domain/offers/offer'
import { filterHref, type MarketFilter } from './market-filter'

/**
 * Filters are links: they work without JavaScript, and an address can be sent to somebody. None is fetched ahead: the list is asked of
 * the database when one is chosen, and asking for nine others first would bring nothing of it sooner.
 */
export function Filters({ filter }: { filter: MarketFilter }) {
  const t = useTranslations('market.filter')
  const words = useFormulaWords()
  return (
    <nav aria-label={t('label')} className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap">
      <FilterGroup label={t('for')}>
        <Choice href={filterHref({ ...filter, customerClass: undefined })} chosen={!filter.customerClass}>
          {t('everyone')}
        </Choice>
        {CUSTOMER_CLASSES.map((customerClass) => (
          <Choice
            key={customerClass}
            href={filterHref({ ...filter, customerClass })}
            chosen={filter.customerClass === customerClass}
          >
            {t(`class.${customerClass}`)}
          </Choice>
        ))}
      </FilterGroup>
      <FilterGroup label={t('kind')}>
        <Choice href={filterHref({ ...filter, formula: undefined })} chosen={!filter.formula}>
          {t('anyKind')}
        </Choice>
        {FORMULA_NAMES.map((formula) => (
          <Choice key={formula} href={filterHref({ ...filter, formula })} chosen={filter.formula === formula}>
            {words(`${formula}.kind`, formula)}
          </Choice>
        ))}
      </FilterGroup>
    </nav>
  )
}

function FilterGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-full text-sm text-quiet sm:w-auto">{label}</span>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </div>
  )
}

function Choice({ href, chosen, children }: { href: string; chosen: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={chosen ? 'true' : undefined}
      className="inline-flex min-h-11 items-center rounded-full border border-line bg-surface px-4 text-sm font-medium text-soft hover:border-edge
        aria-[current]:border-accent aria-[current]:bg-accent-ground aria-[current]:text-accent sm:min-h-9 sm:px-3.5"
    >
      {children}
    </Link>
  )
}
