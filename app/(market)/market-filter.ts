import type { OfferFilter } from '@/lib/db/read/offers'
import { CUSTOMER_CLASSES, type CustomerClass } from '@/lib/domain/offers/offer'

/** What the address of the market page asks for. Unknown values are as good as none. */
export type MarketFilter = Pick<OfferFilter, 'customerClass' | 'formula'>
type Formula = NonNullable<MarketFilter['formula']>

export const FORMULAS: readonly Formula[] = ['flat', 'time-of-use']
const CLASS_IN_URL: Record<CustomerClass, string> = { Household: 'household', Business: 'business' }

export type SearchParams = Record<string, string | string[] | undefined>

export function parseFilter(params: SearchParams): MarketFilter {
  const customerClass = CUSTOMER_CLASSES.find((one) => CLASS_IN_URL[one] === params['for'])
  const formula = FORMULAS.find((one) => one === params['kind'])
  return { ...(customerClass && { customerClass }), ...(formula && { formula }) }
}

export function filterHref({ customerClass, formula }: MarketFilter): string {
  const query = new URLSearchParams()
  if (customerClass) query.set('for', CLASS_IN_URL[customerClass])
  if (formula) query.set('kind', formula)
  return query.size > 0 ? `/?${query}` : '/'
}
