import type { OfferFilter } from '@/lib/db/read/offers'
import { formulaKey } from '@/lib/domain/offers/formulas/formula-key'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { CUSTOMER_CLASSES, type CustomerClass } from '@/lib/domain/offers/offer'

/** What the address of the market page asks for. Unknown values are as good as none. */
export type MarketFilter = Pick<OfferFilter, 'customerClass' | 'formula'>

const CLASS_IN_URL: Record<CustomerClass, string> = { Household: 'household', Business: 'business' }

export type SearchParams = Record<string, string | string[] | undefined>

export function parseFilter(params: SearchParams): MarketFilter {
  const customerClass = CUSTOMER_CLASSES.find((one) => CLASS_IN_URL[one] === params['for'])
  const formula = FORMULA_NAMES.find((one) => formulaKey(one) === params['kind'])
  return { ...(customerClass && { customerClass }), ...(formula && { formula }) }
}

export function filterHref({ customerClass, formula }: MarketFilter): string {
  const query = new URLSearchParams()
  if (customerClass) query.set('for', CLASS_IN_URL[customerClass])
  if (formula) query.set('kind', formulaKey(formula))
  return query.size > 0 ? `/?${query}` : '/'
}
