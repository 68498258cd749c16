/**
 * A comparison as a link that says nothing about anybody: it stands behind the #, which browsers keep to themselves.
 * A profile and its kWh a year, or a file's year in round numbers; never a time, a name, a meter or a day's energy.
 */
import { REGISTERS } from '@/lib/domain/metering/registers'
import { formulaKey } from '@/lib/domain/offers/formulas/formula-key'
import { FORMULA_NAMES, type FormulaName } from '@/lib/domain/offers/formulas/registry'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import { PROFILE_KEYS, type ProfileKey } from '@/lib/domain/metering/home-profile'
import { GREEN_STEPS, MOST_CHOSEN, NO_WISHES, SORTS, type Wishes } from './wishes'
import type { UseSums } from './use-source'

export type LinkedUse = { kind: 'profile'; key: ProfileKey; yearlyKwh: number } | { kind: 'sums'; sums: UseSums }

export interface LinkedComparison {
  use: LinkedUse
  customerClass: CustomerClass
  wishes: Wishes
  /** Ids of the offers side by side, or the first digits of them. */
  chosen: readonly string[]
}

const MOST_KWH = 1_000_000_000
const ID_LETTERS = 10
const CLASS_IN_LINK: Record<CustomerClass, string> = { Household: 'home', Business: 'business' }

export function fragmentOf({ use, customerClass, wishes, chosen }: LinkedComparison): string {
  const parts = new URLSearchParams()
  if (use.kind === 'profile') {
    parts.set('like', use.key)
    parts.set('kwh', String(use.yearlyKwh))
  } else {
    parts.set('kwh', String(use.sums.yearlyKwh))
    parts.set('mix', use.sums.shares.join('-'))
    parts.set('kw', String(use.sums.peakKw))
  }
  parts.set('for', CLASS_IN_LINK[customerClass])
  if (wishes.green > 0) parts.set('green', String(wishes.green))
  if (wishes.kinds.length > 0) parts.set('kind', wishes.kinds.map(formulaKey).join('.'))
  if (wishes.noExitFee) parts.set('exit', 'none')
  if (wishes.retailer) parts.set('by', wishes.retailer.toLowerCase())
  if (wishes.sort !== NO_WISHES.sort) parts.set('sort', wishes.sort)
  if (chosen.length > 0) parts.set('beside', chosen.map((id) => id.slice(0, ID_LETTERS)).join('-'))
  return `#${parts}`
}

/** Null if it is no such link. What cannot be understood in it is as good as not there. */
export function comparisonOf(fragment: string): LinkedComparison | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const use = linkedUse(parts)
  if (!use) return null
  const classes = Object.keys(CLASS_IN_LINK) as CustomerClass[]
  const customerClass = classes.find((one) => CLASS_IN_LINK[one] === parts.get('for')) ?? 'Household'
  const chosen = (parts.get('beside') ?? '').split('-').filter((id) => /^0x[0-9a-f]{8}$/.test(id))
  return { use, customerClass, wishes: wishesIn(parts), chosen: [...new Set(chosen)].slice(0, MOST_CHOSEN) }
}

function linkedUse(parts: URLSearchParams): LinkedUse | null {
  const yearlyKwh = wholeIn(parts, 'kwh', MOST_KWH)
  if (yearlyKwh === null || yearlyKwh === 0) return null
  const key = PROFILE_KEYS.find((one) => one === parts.get('like'))
  if (key) return { kind: 'profile', key, yearlyKwh }
  const mix = parts.get('mix') ?? ''
  if (!/^\d{1,3}(-\d{1,3}){4}$/.test(mix)) return null
  const shares = mix.split('-').map(Number)
  const isWhole = shares.length === REGISTERS.length && shares.reduce((sum, share) => sum + share, 0) === 100
  const peakKw = Number(/^\d{1,7}(\.\d)?$/.exec(parts.get('kw') ?? '')?.[0] ?? 0)
  return isWhole ? { kind: 'sums', sums: { yearlyKwh, shares, peakKw } } : null
}

function wishesIn(parts: URLSearchParams): Wishes {
  const kinds = (parts.get('kind') ?? '').split('.')
  const by = parts.get('by')
  return {
    green: GREEN_STEPS.find((step) => String(step) === parts.get('green')) ?? NO_WISHES.green,
    kinds: FORMULA_NAMES.filter((name) => kinds.includes(formulaKey(name))) as FormulaName[],
    noExitFee: parts.get('exit') === 'none',
    retailer: by && /^0x[0-9a-f]{40}$/.test(by) ? by : null,
    sort: SORTS.find((sort) => sort === parts.get('sort')) ?? NO_WISHES.sort,
  }
}

function wholeIn(parts: URLSearchParams, name: string, most: number): number | null {
  const text = parts.get(name) ?? ''
  const value = /^\d{1,10}$/.test(text) ? Number(text) : null
  return value !== null && value <= most ? value : null
}
