'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'
import type { OrderSide } from '@/lib/domain/surplus/session'

export interface OrderTabsProps {
  /** What stands open to begin with. */
  first: OrderSide
  /** Nothing but this side; what stands in its form stays when it comes to that. */
  only: OrderSide | null
  bid: ReactNode
  lot: ReactNode
}

/** To buy or to sell. */
export function OrderTabs({ first, only, bid, lot }: OrderTabsProps) {
  const t = useTranslations('sessions.order')
  const items = [
    { value: 'Bid', label: t('buy'), content: bid },
    { value: 'Lot', label: t('sell'), content: lot },
  ]
  const open = only ? items.filter(({ value }) => value === only) : items
  return <Tabs label={t('title')} items={open} defaultValue={first} />
}
