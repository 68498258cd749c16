import { useTranslations } from 'next-intl'
import { useFormulaWords } from '@/components/energy/formula-words'
import { ChoiceLink, ChoiceLinks } from '@/components/ui/choice-links'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { CUSTOMER_CLASSES } from '@/lib/domain/offers/offer'
import { filterHref, type MarketFilter } from './market-filter'

/** By kind of customer and of price. */
export function Filters({ filter }: { filter: MarketFilter }) {
  const t = useTranslations('market.filter')
  const words = useFormulaWords()
  return (
    <nav aria-label={t('label')} className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap">
      <ChoiceLinks label={t('for')}>
        <ChoiceLink href={filterHref({ ...filter, customerClass: undefined })} chosen={!filter.customerClass}>
          {t('everyone')}
        </ChoiceLink>
        {CUSTOMER_CLASSES.map((customerClass) => (
          <ChoiceLink
            key={customerClass}
            href={filterHref({ ...filter, customerClass })}
            chosen={filter.customerClass === customerClass}
          >
            {t(`class.${customerClass}`)}
          </ChoiceLink>
        ))}
      </ChoiceLinks>
      <ChoiceLinks label={t('kind')}>
        <ChoiceLink href={filterHref({ ...filter, formula: undefined })} chosen={!filter.formula}>
          {t('anyKind')}
        </ChoiceLink>
        {FORMULA_NAMES.map((formula) => (
          <ChoiceLink key={formula} href={filterHref({ ...filter, formula })} chosen={filter.formula === formula}>
            {words(`${formula}.kind`, formula)}
          </ChoiceLink>
        ))}
      </ChoiceLinks>
    </nav>
  )
}
