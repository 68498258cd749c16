import type { IconName } from '@/components/ui/icon'

/** Who is looking, as far as the frame of the page needs to know. */
export interface ShellViewer {
  address: string
  name: string
  roles: readonly string[]
}

export interface NavItem {
  key: 'market' | 'compare' | 'surplus' | 'supply' | 'retailer' | 'operator'
  href: string
  /** Every address below it belongs to the item. */
  area: string
  icon: IconName
}

const MARKET: NavItem = { key: 'market', href: '/', area: '/offers', icon: 'store' }
const COMPARE: NavItem = { key: 'compare', href: '/compare', area: '/compare', icon: 'sort' }
const SURPLUS: NavItem = { key: 'surplus', href: '/surplus', area: '/surplus', icon: 'sun' }
const BY_ROLE: { roles: string[]; item: NavItem }[] = [
  { roles: ['consumer'], item: { key: 'supply', href: '/consumer', area: '/consumer', icon: 'plug' } },
  { roles: ['retailer'], item: { key: 'retailer', href: '/retailer/offers', area: '/retailer', icon: 'tag' } },
  {
    roles: ['grid', 'exchange', 'chargingPoint', 'storage'],
    item: { key: 'operator', href: '/operator', area: '/operator', icon: 'gauge' },
  },
]

/** What a viewer can go to. It hides what would be refused; the pages themselves refuse. */
export function navItems(viewer: ShellViewer | null): NavItem[] {
  const allowed = BY_ROLE.filter(({ roles }) => roles.some((role) => viewer?.roles.includes(role)))
  return [MARKET, COMPARE, SURPLUS, ...allowed.map(({ item }) => item)]
}

export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || pathname === item.area || pathname.startsWith(`${item.area}/`)
}
