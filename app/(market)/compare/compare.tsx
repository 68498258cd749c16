'use client'

import { useEffect, useState } from 'react'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import type { CompareDeskProps } from './compare-desk'
import { UsePicker } from './use-picker'
import type { UseSource } from './use-source'

const Desk = partOnDemand(
  () => import('./compare-desk').then((module) => module.CompareDesk),
  <Skeleton className="h-32 rounded-card" />,
  ['compare', 'formulas'],
)

/** Of this tab: a comparison lives beside the pages, and is there for whoever comes back. */
let hasBegun = false

/** First whose use. All that compares comes with the first choice, with a link that holds one, or with the reach for it. */
export function Compare(props: Omit<CompareDeskProps, 'first'>) {
  const [begun, setBegun] = useState<{ first: UseSource | null } | null>(hasBegun ? { first: null } : null)
  function begin(first: UseSource | null) {
    hasBegun = true
    setBegun({ first })
  }
  useEffect(() => {
    const look = () => window.location.hash && begin(null)
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])

  if (begun) return <Desk {...props} first={begun.first} />
  return (
    <div onFocus={Desk.preload} onPointerEnter={Desk.preload} onDragEnter={Desk.preload}>
      <UsePicker {...props} onStart={begin} />
    </div>
  )
}
