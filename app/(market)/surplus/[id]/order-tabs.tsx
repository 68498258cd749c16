'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'
import type { OrderSide } from '@/lib/domain/surplus/session'

/** To buy or to sell. What the visitor can do first stands first. */
export function OrderTabs({ first, bid, lot }: { first: OrderSide; bid: ReactNode; lot: ReactNode }) {
  const t = useTranslations('sessions.order')
  const items = [
    { value: 'Bid', label: t('buy'), content: bid },
    { value: 'Lot', label: t('sell'), content: lot },
  ]
  return <Tabs label={t('title')} items={items} defaultValue={first} />
}
